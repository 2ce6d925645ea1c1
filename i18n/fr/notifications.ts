/** What SMS, e-mails and calendar files say. SMS name no specialty and no reason. */
export const notifications = {
  greeting: "Bonjour {name},",
  greetingNobody: "Bonjour,",
  thanks: "Merci",
  remark: "Remarque",
  doNotReply:
    "Veuillez ne pas répondre à ce message. Les réponses envoyées à cette adresse ne sont pas lues.",
  helpdesk: "Besoin d’aide ? Notre helpdesk vous répond : {phone}, {email}",
  what: "Rendez-vous",
  whatIs: "Téléconsultation, {duration}",
  with: "Avec",
  forWhom: "Pour",
  forDependant: "Pour {name}",
  date: "Date",
  start: "Début",
  end: "Fin",
  language: "Langue",
  waitingRoomIntro:
    "Pour commencer votre téléconsultation à la date et à l’heure choisies, ouvrez la salle d’attente virtuelle avec ce lien. Vous pourrez y entrer au plus tôt 10 minutes avant le début du rendez-vous, soit à {opens}. Avant cette heure, la page vous aide à vous préparer.",
  waitingRoomLink: "Aller à la salle d’attente",
  lostLink:
    "Gardez cet e-mail : il contient votre lien. Si vous le perdez, connectez-vous : vos rendez-vous sont dans votre compte.",
  confirmationSubject: "Confirmation de rendez-vous",
  confirmationIntro:
    "Nous vous confirmons votre rendez-vous avec les détails ci-dessous.",
  confirmationSms:
    "eConsult : téléconsultation, {duration}, avec {doctor}, {date}, {start} - {end}, en {language}. Salle d’attente dès {opens} : {link}",
  reminderSubject: "Rappel de votre rendez-vous",
  reminderIntro:
    "Nous vous rappelons votre rendez-vous avec les détails ci-dessous.",
  reminderSms:
    "Rappel eConsult : téléconsultation, {duration}, avec {doctor}, {date}, {start} - {end}, en {language}. Salle d’attente dès {opens} : {link}",
  movedSubject: "Votre rendez-vous est déplacé",
  movedIntro:
    "Vous avez déplacé votre rendez-vous. Voici la nouvelle date et la nouvelle heure.",
  movedFrom: "Il était prévu le {day}, {hour}.",
  movedSms:
    "eConsult : votre téléconsultation avec {doctor} est déplacée : {date}, {start} - {end}. Salle d’attente dès {opens} : {link}",
  moveLink: "Déplacer le rendez-vous",
  earlierSubject: "Une heure plus tôt est libre",
  earlierIntro:
    "Une heure plus tôt s’est libérée. Elle vous est réservée jusqu’à {until}.",
  earlierKeep:
    "Si vous ne la prenez pas, votre rendez-vous du {day}, {hour}, ne change pas.",
  earlierSms:
    "eConsult : {doctor} peut vous voir plus tôt : {date}, {start}. Réservé pour vous jusqu’à {until} : {link}",
  earlierLink: "Prendre cette heure",
  cancellationSubject: "Annulation de rendez-vous",
  cancelledByDoctor:
    "Votre médecin a dû annuler le rendez-vous ci-dessous. Nous vous prions de l’excuser.",
  cancelledByAdmin:
    "Le rendez-vous ci-dessous a été annulé par notre service. Nous vous prions de nous en excuser.",
  missedSubject: "Votre rendez-vous n’a pas eu lieu",
  missedIntro:
    "Vous n’étiez pas dans la salle d’attente à l’heure du rendez-vous ci-dessous. Cela peut arriver. Si vous avez encore besoin d’un avis médical, prenez un autre rendez-vous ; si un problème technique en est la cause, notre helpdesk vous aide.",
  notHeldIntro:
    "Vous étiez dans la salle d’attente, mais le médecin n’a pas pu vous appeler. Nous vous prions de l’excuser. Prenez un autre rendez-vous ou appelez notre helpdesk.",
  cancelledByPatient:
    "Le rendez-vous ci-dessous est annulé, comme vous l’avez demandé.",
  reason: "Motif",
  bookAgainIntro:
    "Vous pouvez prendre un autre rendez-vous avec le même médecin.",
  bookAgainLink: "Prendre un autre rendez-vous",
  freeNow: "Ces médecins sont libres immédiatement",
  cancellationSms:
    "eConsult : votre téléconsultation avec {doctor}, {date}, {start}, est annulée. Prendre un autre rendez-vous : {link}",
  ticketUntil: "Téléconsultation, {duration}, jusqu’à {end}",
  ticketZone: "Heure de {place} ({offset})",
  doctorDetail: "{specialty}. En {language}.",
  confirmationTitle: "Votre rendez-vous est réservé",
  appointmentPreheader:
    "{day}, {hour}, avec {doctor}. La salle d’attente ouvre à {opens}.",
  cancellationPreheader: "{day}, {hour}, avec {doctor}.",
  cancelled: "Annulé",
  stepBooked: "Réservé",
  stepWaitingRoom: "Salle d’attente",
  stepFrom: "dès {time}",
  stepCall: "Le médecin vous appelle",
  device:
    "De préférence sur un ordinateur ou une tablette, sinon sur votre téléphone, avec Chrome, Safari, Firefox ou Edge. Il suffit d’une caméra et d’un microphone.",
  prepareTitle: "À avoir près de vous",
  prepareText: "Vos médicaments et vos résultats récents.",
  preventedTitle: "Un empêchement ?",
  cancelLink: "Annuler le rendez-vous",
  cancelUntil:
    "Possible jusqu’à {hour}. Le créneau sera alors proposé à d’autres patients.",
  calendarNote: "Le fichier joint ajoute le rendez-vous à votre agenda.",
  existsTrouble: "Vous n’arrivez plus à vous connecter ?",
  activationSubject: "Activation de compte",
  activationIntro:
    "Votre compte a été créé. Il nécessite une activation unique : ouvrez la page d’activation avec le lien ci-dessous et choisissez votre mot de passe.",
  activationNotMe: "Ce n’était pas moi : annuler cette inscription",
  activationLink: "Activer mon compte",
  activationEnds:
    "Ce lien est valable 24 heures et ne sert qu’une fois. S’il a expiré, la page vous en propose un nouveau.",
  notYou:
    "Vous n’avez pas demandé de compte ? Ignorez cet e-mail : sans activation, personne ne peut s’en servir.",
  existsSubject: "Vous avez déjà un compte",
  existsIntro:
    "Une inscription vient d’être faite avec vos données. Vous avez déjà un compte eConsult : aucun autre n’a été créé.",
  existsSignIn: "Se connecter",
  existsForgotten: "Mot de passe oublié",
  recoverySubject: "Nouveau mot de passe",
  recoveryIntro:
    "Vous avez demandé un nouveau mot de passe. Choisissez-le avec le lien ci-dessous.",
  recoveryLink: "Choisir un nouveau mot de passe",
  recoveryEnds: "Ce lien est valable 24 heures et ne sert qu’une fois.",
  recoveryNotYou:
    "Vous n’avez rien demandé ? Ignorez cet e-mail : votre mot de passe reste le même.",
  emailChangeSubject: "Confirmez votre adresse e-mail",
  emailChangeIntro:
    "Vous voulez utiliser cette adresse pour votre compte eConsult. Confirmez-la avec le lien ci-dessous.",
  emailChangeLink: "Confirmer cette adresse",
  emailChangeNotYou:
    "Vous n’avez rien demandé ? Ignorez cet e-mail : rien ne change.",
  emailTakenSubject: "Votre adresse e-mail est déjà utilisée",
  emailTakenIntro:
    "Quelqu’un a voulu utiliser cette adresse pour un autre compte eConsult. Elle reste celle de votre compte et rien n’a changé. Si c’était vous, connectez-vous avec cette adresse ou contactez notre helpdesk. Sinon, vous n’avez rien à faire.",
  emailChangedSubject: "Changement de votre adresse e-mail",
  emailChangedDoneIntro:
    "L’adresse e-mail de votre compte eConsult a été changée ; cette adresse ne sert plus. Si ce n’est pas vous, appelez tout de suite notre helpdesk.",
  phoneChangedSubject: "Changement de votre numéro de téléphone",
  phoneChangedIntro:
    "Le numéro de téléphone de votre compte eConsult a été changé. Si ce n’est pas vous, appelez tout de suite notre helpdesk.",
  phoneChangedSms:
    "eConsult : le numéro de votre compte a été changé. Si ce n’est pas vous, appelez le {phone}.",
  passwordChangedSubject: "Changement de votre mot de passe",
  passwordChangedIntro:
    "Le mot de passe de votre compte eConsult a été changé. Si ce n’est pas vous, appelez tout de suite notre helpdesk.",
  unreadSubject: "Vous avez un nouveau message",
  unreadIntro:
    "Un message vous attend dans votre compte eConsult. Pour protéger vos données, il n’est pas dans cet e-mail.",
  unreadLink: "Lire le message",
  unreadOnce:
    "Vous ne recevrez pas d’autre e-mail avant de l’avoir lu. Vous réglez ces e-mails sur la page des messages.",
  unreadUrgent:
    "Les messages ne servent pas aux urgences : en cas d’urgence vitale, appelez le 112.",
  calendarTitle: "Téléconsultation avec {doctor}",
  calendarTitleFor: "{name} : téléconsultation avec {doctor}",
  calendarAlarm: "Votre salle d’attente est ouverte.",
  calendarFileName: "rendez-vous.ics",
  reopenedSubject: "Votre médecin vous attend de nouveau",
  reopenedIntro:
    "Votre médecin a rouvert la téléconsultation ci-dessous et vous attend.",
  reopenedNote:
    "Vous vous connectez, puis vous appuyez sur « Revenir dans l’appel ». Votre caméra et votre micro restent coupés jusque-là.",
  reopenedSms:
    "eConsult : {doctor} a rouvert votre téléconsultation et vous attend. Pour revenir : {link}",
  erasureRequestedSubject: "Votre demande d’effacement",
  erasureRequestedIntro:
    "Vous avez demandé l’effacement de votre compte eConsult. Nous examinons votre demande et vous répondons par e-mail. D’ici là, vous pouvez la retirer sur la page de votre compte. Si ce n’était pas vous, retirez-la, changez votre mot de passe et appelez notre helpdesk.",
  erasureWithdrawnSubject: "Votre demande d’effacement est retirée",
  erasureWithdrawnIntro:
    "Vous avez retiré votre demande d’effacement. Votre compte eConsult reste ouvert, et rien n’a été effacé.",
  erasureAcceptedSubject: "Votre compte est effacé",
  erasureAcceptedIntro:
    "Comme vous l’avez demandé, votre compte eConsult est fermé, et vos coordonnées sont effacées. Vos rendez-vous à venir sont annulés, sauf si une autre personne agit pour vous. Votre dossier médical est gardé aussi longtemps que la loi l’exige. C’est notre dernier e-mail à cette adresse. Si vous voulez utiliser eConsult à nouveau, appelez notre helpdesk.",
  erasureDeclinedSubject: "Réponse à votre demande d’effacement",
  erasureDeclinedIntro:
    "Nous n’avons pas pu accepter votre demande d’effacement. Votre compte eConsult reste ouvert. Vous trouvez la raison ci-dessous ; notre helpdesk répond à vos questions.",
} as const;
