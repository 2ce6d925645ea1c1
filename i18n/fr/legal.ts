/** Privacy notice, accessibility statement and terms of use. */
export const legal = {
  privacyTitle: "Protection des données",
  privacyIntro:
    "Vos données de santé sont confidentielles. Voici lesquelles nous gardons, pourquoi, et qui peut les voir.",
  whatTitle: "Ce que nous gardons",
  whatIdentity:
    "Votre identité et vos coordonnées : nom, matricule, adresse, e-mail, numéro de portable, langue.",
  whatAppointments:
    "Vos rendez-vous, avec les symptômes ou remarques que vous écrivez pour le médecin.",
  whatMessages: "Les messages échangés avec vos médecins.",
  whatLog:
    "Un journal qui note quand une autre personne a ouvert votre dossier.",
  whatVideo:
    "L’image et le son de la téléconsultation ne sont pas enregistrés. Ils sont chiffrés et passent directement d’un appareil à l’autre quand le réseau le permet, sinon par un serveur de relais. Quand une troisième personne participe, ils passent par un serveur de la plateforme : chiffrés en chemin, mais pas de bout en bout.",
  whyTitle: "Pourquoi",
  whyText:
    "Uniquement pour vos téléconsultations : vous identifier, organiser vos rendez-vous, vous mettre en relation avec votre médecin et vous prévenir. Il n’y a ni publicité, ni mesure d’audience, ni vente de données.",
  whoTitle: "Qui peut les voir",
  whoYou: "Vous, après votre mot de passe et le code reçu par SMS.",
  whoDoctor:
    "Les médecins chez qui vous avez pris rendez-vous, pour ce qui les concerne. Chaque lecture de votre dossier est notée.",
  whoAdmin:
    "Les administrateurs du service, quand c’est nécessaire pour vous aider ou pour réparer une panne.",
  whoSuppliers:
    "Des prestataires techniques, pour leur seule tâche : hébergement de la base de données, envoi des SMS, envoi des e-mails, liaison vidéo. Les SMS et les e-mails ne contiennent ni symptômes ni diagnostic.",
  longTitle: "Combien de temps",
  longDraft:
    "Une inscription sans code SMS confirmé est effacée après un jour ; un formulaire interrompu, après une heure.",
  longRecord:
    "Le compte et les rendez-vous sont gardés tant que le compte existe, puis aussi longtemps que la loi l’exige pour les dossiers médicaux.",
  cookiesTitle: "Cookies",
  cookiesText:
    "Nous n’utilisons que les cookies nécessaires : votre session, la langue choisie, et l’étape où vous en êtes dans une inscription ou un formulaire interrompu. Aucun ne sert à vous suivre.",
  rightsTitle: "Vos droits",
  rightsText:
    "Vous pouvez demander à voir vos données, à les corriger, à les recevoir dans un format lisible par machine, à les faire effacer ou à limiter leur usage, dans la mesure où la loi sur les dossiers médicaux le permet. Écrivez à notre helpdesk : {email}.",
  rightsAccount:
    "Sur la page de votre compte, vous téléchargez vos données et demandez l’effacement du compte.",
  rightsComplaint:
    "Vous pouvez aussi vous adresser à la Commission nationale pour la protection des données (CNPD), à Luxembourg.",

  accessTitle: "Accessibilité",
  accessIntro:
    "Tout le monde doit pouvoir consulter un médecin. Nous construisons ce service selon les règles WCAG 2.2, niveau AA.",
  accessDoneTitle: "Ce qui est fait",
  accessKeyboard: "Tout s’utilise au clavier, avec un focus toujours visible.",
  accessReader:
    "Les pages sont structurées pour les lecteurs d’écran, et les changements importants sont annoncés.",
  accessColour:
    "Les contrastes sont suffisants, en clair comme en sombre ; la couleur ne dit jamais rien à elle seule.",
  accessZoom:
    "Le texte s’agrandit, et les pages s’adaptent aux petits écrans sans défilement latéral.",
  accessMotion: "Les animations s’arrêtent si votre appareil le demande.",
  accessSignIn:
    "Pour vous connecter, vous n’avez ni énigme à résoudre ni caractères à retenir : vous pouvez coller le mot de passe et le code, et utiliser un gestionnaire de mots de passe.",
  accessNoScript:
    "Trouver un médecin, s’inscrire, se connecter et réserver est possible sans JavaScript. L’appel vidéo en a besoin.",
  accessLimitsTitle: "Ce qui reste à faire",
  accessLimitsText:
    "Nous contrôlons les pages avec des outils automatiques et à la main. Un audit indépendant, avec des personnes en situation de handicap, n’a pas encore eu lieu. L’appel vidéo n’a ni sous-titres ni interprète en langue des signes.",
  accessHelpTitle: "Un obstacle ?",
  accessHelpText:
    "Dites-le à notre helpdesk, par téléphone au {phone} ou par e-mail à {email}. Nous vous aidons tout de suite, par exemple à prendre rendez-vous, et nous corrigeons la page.",

  termsTitle: "Conditions d’utilisation",
  termsIntro:
    "En prenant rendez-vous, vous acceptez ces conditions. Elles sont courtes : lisez-les.",
  termsEmergencyTitle: "Pas pour les urgences",
  termsEmergencyText:
    "N’utilisez pas ce service en cas d’urgence vitale : appelez le 112.",
  termsLimitsTitle: "Une consultation à distance",
  termsLimitsText:
    "Le médecin ne peut pas vous examiner comme au cabinet. Il décide si une téléconsultation suffit ; sinon, il vous demande de venir ou vous oriente vers un autre service.",
  termsAccountTitle: "Votre compte",
  termsAccountText:
    "Le compte est personnel. Donnez des informations exactes, gardez votre mot de passe et vos codes pour vous, et prévenez le helpdesk si vous pensez que quelqu’un d’autre s’en est servi.",
  termsAppointmentTitle: "Vos rendez-vous",
  termsAppointmentText:
    "Soyez à l’heure dans la salle d’attente. Si vous ne pouvez pas venir, annulez dès que possible, pour qu’un autre patient puisse prendre votre place. Le médecin peut avoir du retard ou devoir annuler pour une urgence.",
  termsFeeTitle: "Honoraires",
  termsFeeText:
    "L’utilisation de la plateforme est gratuite pour les patients. Le médecin facture la consultation selon les règles qui s’appliquent à lui.",
  termsRecordingTitle: "Pas d’enregistrement",
  termsRecordingText:
    "La consultation est confidentielle. Ni vous ni le médecin ne l’enregistrez, et personne n’y assiste sans que l’autre le sache.",
  termsServiceTitle: "Le service",
  termsServiceText:
    "Nous faisons tout pour que le service fonctionne, mais une panne de réseau ou d’appareil est toujours possible. Si l’appel n’aboutit pas, contactez le cabinet du médecin ou notre helpdesk.",
} as const;
