import type { Texts } from "../mod.ts";

/** What SMS, e-mails and calendar files say. SMS name no specialty and no reason. */
export const notifications = {
  greeting: "Bonjour {name},",
  greetingNobody: "Bonjour,",
  thanks: "Merci",
  remark: "Remarque",
  doNotReply:
    "Veuillez ne pas répondre à ce message. Les réponses envoyées à cette adresse ne sont pas lues.",
  helpdesk: "Besoin d’aide ? Notre helpdesk vous répond : {phone}, {email}",
  what: "Rendez-vous",
  whatIs: "Téléconsultation, {minutes} minutes",
  with: "Avec",
  date: "Date",
  start: "Début",
  end: "Fin",
  language: "Langue",
  waitingRoomIntro:
    "Pour commencer votre téléconsultation à la date et à l’heure choisies, ouvrez la salle d’attente virtuelle avec le lien ci-dessous. Vous pourrez y entrer au plus tôt 10 minutes avant le début du rendez-vous, soit à {opens}.",
  waitingRoomLink: "Aller à la salle d’attente",
  lostLink:
    "Gardez cet e-mail : il contient votre lien. Si vous le perdez, connectez-vous : vos rendez-vous sont dans votre compte.",
  confirmationSubject: "Confirmation de rendez-vous",
  confirmationIntro:
    "Nous vous confirmons votre rendez-vous avec les détails ci-dessous.",
  confirmationSms:
    "eConsult : téléconsultation, {minutes} minutes, avec {doctor}, {date}, {start} - {end}, en {language}. Salle d’attente dès {opens} : {link}",
  reminderSubject: "Rappel de votre rendez-vous",
  reminderIntro:
    "Nous vous rappelons votre rendez-vous avec les détails ci-dessous.",
  reminderSms:
    "Rappel eConsult : téléconsultation, {minutes} minutes, avec {doctor}, {date}, {start} - {end}, en {language}. Salle d’attente dès {opens} : {link}",
  cancellationSubject: "Annulation de rendez-vous",
  cancelledByDoctor:
    "Votre médecin a dû annuler le rendez-vous ci-dessous. Nous vous prions de l’excuser.",
  cancelledByPatient:
    "Le rendez-vous ci-dessous est annulé, comme vous l’avez demandé.",
  reason: "Motif",
  bookAgainIntro:
    "Vous pouvez prendre un autre rendez-vous avec le même médecin.",
  bookAgainLink: "Prendre un autre rendez-vous",
  freeNow: "Ces médecins sont libres immédiatement",
  cancellationSms:
    "eConsult : votre téléconsultation avec {doctor}, {date}, {start}, est annulée. Prendre un autre rendez-vous : {link}",
  activationSubject: "Activation de compte",
  activationIntro:
    "Votre compte a été créé. Il nécessite une activation unique : ouvrez la page d’activation avec le lien ci-dessous et choisissez votre mot de passe.",
  activationLink: "Activer mon compte",
  activationEnds:
    "Ce lien est valable 24 heures et ne sert qu’une fois. S’il a expiré, la page vous en propose un nouveau.",
  notYou:
    "Vous n’avez pas demandé de compte ? Ignorez cet e-mail : sans activation, personne ne peut s’en servir.",
  existsSubject: "Vous avez déjà un compte",
  existsIntro:
    "Une inscription vient d’être faite avec vos données. Vous avez déjà un compte eConsult : aucun autre n’a été créé.",
  existsSignIn: "Se connecter",
  existsForgotten: "Mot de passe oublié",
  recoverySubject: "Nouveau mot de passe",
  recoveryIntro:
    "Vous avez demandé un nouveau mot de passe. Choisissez-le avec le lien ci-dessous.",
  recoveryLink: "Choisir un nouveau mot de passe",
  recoveryEnds: "Ce lien est valable 24 heures et ne sert qu’une fois.",
  recoveryNotYou:
    "Vous n’avez rien demandé ? Ignorez cet e-mail : votre mot de passe reste le même.",
  emailChangeSubject: "Confirmez votre adresse e-mail",
  emailChangeIntro:
    "Vous voulez utiliser cette adresse pour votre compte eConsult. Confirmez-la avec le lien ci-dessous.",
  emailChangeLink: "Confirmer cette adresse",
  emailChangedSubject: "Changement de votre adresse e-mail",
  emailChangedIntro:
    "Une autre adresse e-mail a été demandée pour votre compte eConsult. Si ce n’est pas vous, appelez tout de suite notre helpdesk.",
  calendarTitle: "Téléconsultation avec {doctor}",
  calendarAlarm: "Votre salle d’attente est ouverte.",
  calendarFileName: "rendez-vous.ics",
} as const;

/** These texts in any language. */
export type NotificationTexts = Texts<typeof notifications>;
