import type { Texts } from "../mod.ts";

/** Sign-up, sign-in, SMS codes, passwords and the person's own page. */
export const account = {
  signInPageTitle: "Connexion",
  signInIntro: "Avec le compte que vous avez activé.",
  identifier: "E-mail ou matricule",
  password: "Mot de passe",
  passwordForgotten: "Mot de passe oublié ?",
  thenCode: "Nous vous enverrons ensuite un code par SMS.",
  activationLost: "Pas reçu l’e-mail d’activation ?",
  signedOut: "Vous êtes déconnecté.",
  endedByCodes:
    "Cinq codes incorrects : par sécurité, la connexion a été arrêtée. Connectez-vous à nouveau.",
  signInAgain: "Votre connexion a expiré. Connectez-vous à nouveau.",

  signUpIntro:
    "Première visite ? Munissez-vous de votre matricule et de votre téléphone portable.",
  identityLegend: "Votre identité",
  contactLegend: "Vos coordonnées",
  addressLegend: "Votre adresse",
  matricule: "Matricule",
  matriculeHint: "Votre numéro à 13 chiffres de la Sécurité sociale.",
  firstName: "Prénom",
  firstNameHint: "Vous n’avez qu’un seul nom ? Laissez cette case vide.",
  lastName: "Nom",
  email: "Adresse e-mail",
  emailHint:
    "Pour activer votre compte et recevoir les confirmations de rendez-vous.",
  phone: "Téléphone portable",
  phoneHint:
    "Vous y recevrez un code à chaque connexion. Un numéro étranger commence par + et l’indicatif du pays.",
  addressHint: "Pour que le laboratoire puisse trouver votre adresse.",
  dependantsTitle: "Vous agissez pour",
  dependantsText:
    "Vous prenez rendez-vous pour ces personnes et voyez leurs rendez-vous, leurs messages et leurs documents. Notre helpdesk ajoute ou retire une personne.",
  bornOn: "Date de naissance : {date}",
  pharmacy: "Pharmacie",
  laboratory: "Laboratoire",
  relationParent: "Vous êtes parent",
  relationChild: "Vous êtes l’enfant",
  relationPartner: "Vous êtes partenaire",
  relationGuardian: "Vous êtes tuteur ou tutrice",
  relationTrustedPerson: "Vous êtes personne de confiance",
  street: "Numéro et rue",
  postalCode: "Code postal",
  city: "Localité",
  country: "Pays",
  privacyNote:
    "Ces données servent uniquement à vos téléconsultations. En savoir plus :",
  and: "et",
  terms: "Conditions d’utilisation",

  identifierMissing: "Saisissez votre adresse e-mail ou votre matricule.",
  passwordMissing: "Saisissez votre mot de passe.",
  wrongCredentials:
    "L’adresse e-mail, le matricule ou le mot de passe n’est pas correct. Vérifiez-les et réessayez.",
  deactivated:
    "Ce compte est désactivé. Contactez notre helpdesk pour le réactiver.",
  tooManyAttempts: "Trop d’essais. Attendez quinze minutes, puis réessayez.",
  tooManySignUps: "Trop d’inscriptions. Attendez une heure, puis réessayez.",
  smsFailed:
    "Le SMS n’a pas pu être envoyé. Tout ce que vous avez saisi est encore là : réessayez dans un instant.",
  unavailable:
    "Un de nos services ne répond pas. Tout ce que vous avez saisi est encore là : réessayez dans un instant.",

  matriculeMissing: "Saisissez votre matricule.",
  matriculeLength:
    "Le matricule a 13 chiffres. Comptez les chiffres sur votre carte de Sécurité sociale.",
  matriculeDate:
    "Les 8 premiers chiffres du matricule sont votre date de naissance (année, mois, jour). Cette date n’existe pas : vérifiez-la.",
  matriculeFuture:
    "Les 8 premiers chiffres du matricule sont votre date de naissance. Cette date est dans le futur : vérifiez-la.",
  matriculeLuhn:
    "Ce matricule contient une erreur : l’avant-dernier chiffre ne correspond pas aux autres. Recopiez les 13 chiffres de votre carte.",
  matriculeVerhoeff:
    "Ce matricule contient une erreur : le dernier chiffre ne correspond pas aux autres. Recopiez les 13 chiffres de votre carte.",
  lastNameMissing: "Saisissez votre nom.",
  nameWrong:
    "Un nom n’est pas une adresse : n’utilisez ni « / », ni « @ », ni « : », et laissez un espace après un point.",
  emailMissing: "Saisissez votre adresse e-mail.",
  emailWrong:
    "Cette adresse e-mail n’est pas complète. Elle s’écrit comme nom@exemple.lu.",
  emailAccents:
    "Nous ne pouvons pas écrire à une adresse qui contient des lettres accentuées avant le « @ ». Indiquez une autre adresse.",
  phoneMissing: "Saisissez votre numéro de téléphone portable.",
  phoneWrong:
    "Ce numéro de téléphone n’existe pas. Vérifiez-le ; un numéro étranger commence par + et l’indicatif du pays.",
  phoneNotMobile:
    "Ce numéro n’est pas un numéro de portable. Saisissez un numéro qui reçoit des SMS.",
  streetMissing: "Saisissez le numéro et la rue.",
  postalCodeMissing: "Saisissez le code postal.",
  cityMissing: "Saisissez la localité.",
  countryMissing: "Choisissez un pays dans la liste.",
  tooLong: "C’est trop long. Abrégez, s’il vous plaît.",

  codeSms:
    "eConsult : votre code est {code}. Il est valable 10 minutes. Ne le donnez à personne.",
  codeTitle: "Confirmation",
  codeSentTo: "Nous avons envoyé un code par SMS au {phone}.",
  codeNotSentYet:
    "Le code n’est pas encore parti. Demandez-le avec le bouton ci-dessous.",
  codeLabel: "Code reçu par SMS",
  codeHint: "6 chiffres",
  codeFormat: "Le code est composé de 6 chiffres. Vérifiez le SMS.",
  codeWrongOne: "Ce code n’est pas correct. Il vous reste {n} essai.",
  codeWrongOther: "Ce code n’est pas correct. Il vous reste {n} essais.",
  codeExpired: "Ce code a expiré. Demandez un nouveau code.",
  codeMoved:
    "Votre connexion à Internet a changé depuis l’envoi du code. Demandez un nouveau code.",
  codeSmsFailed:
    "Le SMS n’a pas pu être envoyé. Demandez un nouveau code dans un instant.",
  codeTooSoon:
    "Un code vient d’être envoyé. Attendez 30 secondes avant d’en demander un autre.",
  codeSentAgain: "Un nouveau code a été envoyé. L’ancien n’est plus valable.",
  resend: "Renvoyer le code",
  resendIn: "Nouvel envoi possible dans {seconds} s",
  resendNow: "Vous pouvez demander un nouveau code.",
  codeHelp: "Pas de SMS ? Vérifiez que votre téléphone a du réseau.",
  wrongNumber:
    "Ce n’est pas votre numéro ? Fermez cette fenêtre et corrigez le numéro.",
  numberLost:
    "Vous n’avez plus ce numéro ? Notre helpdesk en enregistre un autre.",
  signUpOver:
    "Cinq codes incorrects : cette inscription est terminée. Envoyez le formulaire à nouveau pour recevoir un nouveau code.",
  signUpLost: "Cette inscription a expiré. Remplissez le formulaire à nouveau.",

  createdTitle: "Votre compte a été créé",
  createdText:
    "Il reste une étape : activez-le avec le lien que nous avons envoyé à {email}.",
  createdNext:
    "Le lien est valable 24 heures. Sans e-mail dans quelques minutes, regardez dans les courriers indésirables.",
  newLink: "Recevoir un nouveau lien",
  toSignIn: "Aller à la connexion",
  stepForm: "Vos données",
  stepCode: "Code SMS",
  stepActivation: "Activation",

  accountReady: "Votre compte est prêt",
  accountReadyNext:
    "Pour l’ouvrir, saisissez le code reçu par SMS : vous pourrez ensuite choisir un médecin.",
  accountReadyBooking:
    "Pour l’ouvrir, saisissez le code reçu par SMS : vous reprendrez ensuite votre réservation.",
  activationTitle: "Activation de votre compte",
  activationText: "Choisissez un mot de passe pour votre compte.",
  newPassword: "Nouveau mot de passe",
  repeatPassword: "Confirmation du mot de passe",
  passwordRange:
    "Le mot de passe doit contenir entre {min} et {max} caractères.",
  passwordAdvice:
    "Quelques mots qui se suivent sont faciles à retenir et difficiles à deviner. Mémorisez-le : il vous sera demandé à chaque connexion.",
  validate: "Valider",
  strength: "Solidité du mot de passe",
  strengthWeak: "faible",
  strengthFair: "moyenne",
  strengthGood: "bonne",
  strengthStrong: "très bonne",
  newPasswordMissing: "Choisissez un mot de passe.",
  passwordShort: "Ce mot de passe est trop court : au moins {min} caractères.",
  passwordLong:
    "Ce mot de passe est trop long : {max} caractères au maximum ; les lettres accentuées comptent double.",
  passwordsDiffer:
    "Les deux mots de passe ne sont pas les mêmes. Saisissez-les à nouveau.",
  passwordKnown:
    "Ce mot de passe est trop facile à deviner. Choisissez-en un autre.",
  passwordSame: "C’est déjà votre mot de passe. Choisissez-en un autre.",

  activationFor: "Compte de {name}, portable {phone}.",
  refusalTitle: "Ce n’était pas vous ?",
  refusalText:
    "Quelqu’un s’est inscrit au nom de {name} avec votre adresse e-mail. Annulez cette inscription : le lien de l’e-mail ne servira plus à rien.",
  refusalConfirm: "Annuler cette inscription",
  refusedTitle: "L’inscription est annulée",
  refusedText:
    "Personne ne peut plus s’en servir. Vous n’avez rien d’autre à faire.",
  notMe: "Ce n’était pas moi",
  cookiesBlocked:
    "Votre navigateur refuse les cookies. Sans eux, la connexion est impossible : autorisez-les pour ce site, puis réessayez. Rien n’a encore été envoyé.",
  smsCeiling:
    "Nous ne pouvons plus envoyer de SMS vers ce pays aujourd’hui. Réessayez demain ou appelez notre helpdesk.",
  smsStopped:
    "Ce téléphone a refusé nos SMS (réponse STOP). Envoyez START au même numéro, ou appelez notre helpdesk.",
  smsRegion:
    "Nous ne pouvons pas envoyer de SMS vers ce pays. Indiquez un autre numéro ou appelez notre helpdesk.",
  smsBlocked:
    "L’opérateur de ce numéro refuse nos SMS. Indiquez un autre numéro ou appelez notre helpdesk.",
  smsNumberRefused:
    "Votre numéro ne reçoit pas de SMS. Un nouvel essai n’y changera rien : appelez notre helpdesk, qui enregistre un autre numéro.",
  emailCameBack:
    "L’e-mail n’a pas pu être remis à {email}. Vérifiez l’adresse et inscrivez-vous de nouveau, ou appelez notre helpdesk.",

  staleTitle: "Ce lien n’est plus valable",
  staleText:
    "Un lien ne sert qu’une fois et expire après 24 heures. Si vous avez déjà choisi votre mot de passe, connectez-vous. Sinon, demandez un nouveau lien.",
  linkTitle: "Recevoir un nouveau lien d’activation",
  linkText: "Saisissez l’adresse e-mail de votre inscription.",
  linkSend: "Envoyer le lien",
  linkSentTitle: "Regardez vos e-mails",
  linkSentText:
    "Si un compte existe pour {email}, un e-mail vient de partir. Il arrive en quelques minutes ; regardez aussi dans les courriers indésirables.",

  forgottenTitle: "Mot de passe oublié",
  forgottenText:
    "Saisissez l’adresse e-mail de votre compte. Nous vous enverrons un lien pour choisir un nouveau mot de passe.",
  resetTitle: "Choisir un nouveau mot de passe",
  resetText:
    "Pour être sûrs que c’est vous, nous envoyons d’abord un code par SMS à votre numéro enregistré.",
  resetSend: "Envoyer le code",
  passwordSaved: "Votre nouveau mot de passe est enregistré.",
  otherSessionsEnded: "Vos autres appareils ont été déconnectés.",

  signOutTitle: "Se déconnecter ?",
  signOutText: "Vous êtes connecté en tant que {name}.",
  profileText: "Vos données, votre langue et vos connexions.",
  identityTitle: "Identité",
  identityText: "Pour corriger le reste, contactez notre helpdesk.",
  emailChange: "Changer l’adresse e-mail",
  phoneChange: "Changer le numéro de portable",
  emailNow: "Votre adresse actuelle : {email}.",
  phoneNow: "Votre numéro actuel : {phone}.",
  emailNew: "Nouvelle adresse e-mail",
  phoneNew: "Nouveau numéro de portable",
  emailChangeText:
    "Nous envoyons un lien à la nouvelle adresse. Rien ne change avant que vous l’ayez confirmée. Ensuite, tous vos appareils sont déconnectés, celui-ci compris, et vous vous connectez avec la nouvelle adresse.",
  phoneChangeText:
    "Nous envoyons un code par SMS au nouveau numéro. Rien ne change avant que vous l’ayez saisi. Ensuite, tous vos appareils sont déconnectés, celui-ci compris, et vous vous connectez avec un code envoyé au nouveau numéro.",
  passwordAgain: "Celui de votre compte, pour être sûrs que c’est vous.",
  passwordWrong: "Ce mot de passe n’est pas correct. Vérifiez-le et réessayez.",
  emailSame: "C’est déjà votre adresse. Saisissez-en une autre.",
  phoneSame: "C’est déjà votre numéro. Saisissez-en un autre.",
  tooManyChanges: "Trop de demandes. Attendez une heure, puis réessayez.",
  emailChangeSent:
    "Nous avons écrit à {email}. Ouvrez cet e-mail et confirmez l’adresse dans les 24 heures ; d’ici là, rien ne change. Regardez aussi dans les courriers indésirables.",
  phoneChangeOver:
    "Ce changement est terminé, après cinq codes incorrects ou une heure d’attente. Votre numéro est resté le même. Envoyez le formulaire à nouveau pour recevoir un nouveau code.",
  phoneChanged:
    "Votre nouveau numéro est enregistré et tous vos appareils ont été déconnectés. Connectez-vous à nouveau : le code arrive sur le nouveau numéro.",
  emailChanged:
    "Votre nouvelle adresse e-mail est enregistrée et tous vos appareils ont été déconnectés. Connectez-vous à nouveau, avec la nouvelle adresse.",
  emailConfirmTitle: "Confirmer votre adresse e-mail",
  emailConfirmText:
    "{email} devient l’adresse de votre compte. Tous vos appareils sont déconnectés, et vous vous connectez avec cette adresse.",
  emailConfirmNotYou:
    "Vous n’avez rien demandé ? Fermez cette page : rien ne change.",
  emailConfirm: "Confirmer cette adresse",
  emailConfirmedTitle: "Votre adresse e-mail est changée",
  emailConfirmedText:
    "{email} est maintenant l’adresse de votre compte. Tous vos appareils ont été déconnectés.",
  emailLinkStale:
    "Un lien expire après 24 heures, et une demande plus récente le remplace. Votre adresse est restée la même : demandez un nouveau lien dans votre compte.",
  emailWaitingTitle: "Changement d’adresse en attente",
  emailWaiting:
    "{email} attend votre confirmation. Ouvrez le lien de l’e-mail avant le {day} à {time} ; d’ici là, rien ne change.",
  emailResend: "Renvoyer l’e-mail",
  emailWithdraw: "Annuler ce changement",
  emailSentAgain:
    "Nous avons renvoyé l’e-mail. Regardez aussi dans les courriers indésirables.",
  emailWithdrawn:
    "Le changement d’adresse est annulé. Le lien de l’e-mail n’ouvre plus rien.",
  emailNotAsked:
    "Vous n’avez rien demandé ? Annulez ce changement et choisissez un nouveau mot de passe.",
  addressTitle: "Adresse",
  addressSaved: "Votre adresse est enregistrée.",
  languageTitle: "Langue",
  languageText: "La langue des pages, des SMS et des e-mails.",
  languageSaved: "Votre langue est enregistrée.",
  sessionsTitle: "Connexions",
  sessionsText:
    "Téléphone perdu, ou ordinateur partagé ? Déconnectez tous vos appareils, celui-ci compris.",
  signOutEverywhere: "Se déconnecter partout",
  name: "Nom",
} as const;

/** The account area's texts in any language. */
export type AccountTexts = Texts<typeof account>;
