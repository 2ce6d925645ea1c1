import type { Texts } from "../mod.ts";

/** A third person in a consultation: inviting them, their own pages, and what patient and doctor see of them. */
export const guest = {
  inviteTitle: "Inviter une autre personne",
  inviteText:
    "Un proche, un interprète ou un professionnel de santé peut participer à la consultation. Il reçoit un lien personnel ; le médecin le fait entrer pendant l’appel.",
  inviteLink: "Inviter une autre personne",
  inviteWord: "Inviter",
  coming: "{name} arrive…",
  comingLate:
    "{name} n’est pas encore dans l’appel. La page de l’invitation est peut-être fermée.",
  name: "Nom de la personne",
  nameHint: "Comme elle sera nommée pendant l’appel.",
  nameMissing: "Indiquez le nom de la personne, en 100 caractères au plus.",
  roleLegend: "Elle participe comme",
  relative: "Proche",
  interpreter: "Interprète",
  colleague: "Professionnel de santé",
  detail: "Lien, langue ou métier",
  detailHint: "Par exemple « fille », « arabe » ou « infirmier ».",
  detailLong: "Raccourcissez ce texte : 100 caractères au plus.",
  contact: "Son adresse e-mail ou son numéro de portable",
  contactHint: "L’invitation y est envoyée.",
  contactInvalid:
    "Indiquez une adresse e-mail complète, ou un numéro de portable avec son indicatif, par exemple +352 621 123 456.",
  guestLanguage: "Langue de l’invitation",
  optional: "facultatif",
  send: "Envoyer l’invitation",
  invitedNotice: "L’invitation est envoyée.",
  withdrawnNotice: "L’invitation est annulée : son lien ne fonctionne plus.",
  alsoTold: "Nous prévenons aussi {name}.",
  withdraw: "Annuler l’invitation",
  tooLate: "On ne peut plus inviter personne à ce rendez-vous.",
  stateInvited: "{name} est invité(e) et n’a pas encore ouvert son lien.",
  stateOpened: "{name} est invité(e) et a ouvert son lien.",
  stateWaiting: "{name} attend et demande à entrer.",
  stateAdmitted: "{name} est admis(e) dans l’appel.",
  stateLeft: "{name} a quitté l’appel et peut revenir.",
  stateRefused: "{name} n’a pas été admis(e).",
  stateRemoved: "{name} a été retiré(e) de l’appel.",
  admit: "Faire entrer {name}",
  refuse: "Ne pas faire entrer",
  remove: "Faire sortir {name}",
  removeShort: "Faire sortir",
  invitationSubject: "Invitation à une téléconsultation",
  invitationIntro:
    "Vous êtes invité(e) à participer à une téléconsultation avec {doctor}, {day}, à {start}.",
  mailLink: "Ouvrir l’invitation",
  mailOnce:
    "Le lien ne s’ouvre que dans un seul navigateur : ouvrez-le sur l’appareil avec lequel vous participerez. Vous pourrez entrer dès {opens}.",
  mailNotYou:
    "Vous ne savez pas de quoi il s’agit ? Ignorez ce message : sans ce lien, personne n’entre.",
  invitationSms:
    "eConsult : vous êtes invité(e) à une téléconsultation avec {doctor}, {date}, {start}. Ouvrez ce lien sur l’appareil que vous utiliserez : {link}",
  movedSubject: "Téléconsultation déplacée",
  movedIntro:
    "La téléconsultation avec {doctor} à laquelle vous êtes invité(e) est déplacée. Elle était prévue {formerDay}, à {formerHour}. Elle a lieu {day}, à {start}.",
  movedLink:
    "Le lien que vous avez déjà reçu reste valable et mène au même endroit.",
  movedSms:
    "eConsult : la téléconsultation avec {doctor} du {formerDate}, {formerHour}, est déplacée au {date}, {start}. Votre lien : {link}",
  cancellationSubject: "Téléconsultation annulée",
  cancellationIntro:
    "La téléconsultation avec {doctor} à laquelle vous étiez invité(e), {day}, à {start}, est annulée. Vous n’avez rien à faire ; le lien de l’invitation ne fonctionne plus.",
  cancellationSms:
    "eConsult : la téléconsultation avec {doctor} à laquelle vous étiez invité(e), {date}, {start}, est annulée. Le lien ne fonctionne plus.",
  pageTitle: "Votre invitation",
  openText: "{doctor} vous attend pour une téléconsultation, {day}, à {start}.",
  openOnce:
    "L’invitation ne s’ouvre que dans un seul navigateur. Continuez ici si vous participez avec cet appareil.",
  open: "Continuer sur cet appareil",
  usedTitle: "Cette invitation est ouverte ailleurs",
  usedText:
    "Elle a été ouverte dans un autre navigateur ou sur un autre appareil. Continuez là-bas, ou appuyez-y sur « Participer avec un autre appareil ». Sinon, demandez une nouvelle invitation à qui vous a invité(e).",
  release: "Participer avec un autre appareil",
  releasedTitle: "Votre invitation peut s’ouvrir ailleurs",
  releasedText:
    "Ouvrez le lien de l’e-mail ou du SMS dans le navigateur que vous voulez utiliser. Ici, l’invitation n’est plus ouverte.",
  staleTitle: "Cette invitation n’est plus valable",
  staleText:
    "Elle a été annulée, ou la consultation est passée. Demandez à qui vous a invité(e).",
  browserText:
    "Appuyez sur « Participer avec un autre appareil », puis ouvrez le lien de l’invitation dans Chrome, Edge ou Safari.",
  opensAt: "Vous pourrez demander à entrer {day}, dès {time}.",
  askIn: "Demander à entrer",
  prepareText:
    "Quand vous êtes prêt(e), demandez à entrer. Le médecin décide quand vous entrez.",
  waitTitle: "Vous attendez",
  waitText:
    "{doctor} sait que vous êtes là, et vous fait entrer. Laissez cette page ouverte.",
  nobodyComes: "Personne ne vous fait entrer ?",
  admittedTitle: "{doctor} vous fait entrer",
  admittedText: "L’appel commence dans un instant.",
  refusedTitle: "Vous ne participez pas à cette consultation",
  refusedText:
    "{doctor} préfère poursuivre sans autre personne. Merci de vous être rendu(e) disponible.",
  removedTitle: "Votre participation est terminée",
  removedText:
    "{doctor} poursuit la consultation sans autre personne. Merci de votre aide.",
  leftTitle: "Vous avez quitté l’appel",
  leftText: "Vous pouvez demander à revenir tant que la consultation dure.",
  overTitle: "La consultation est terminée",
  overText: "Merci d’avoir participé. Vous pouvez fermer cette page.",
  cancelledTitle: "La consultation est annulée",
  cancelledText:
    "Elle n’aura pas lieu. Vous n’avez rien à faire, et vous pouvez fermer cette page.",
  comeBack: "Demander à revenir",
  pageCut:
    "La connexion est coupée. La page se remet à jour dès qu’elle revient.",
  noScript:
    "L’appel vidéo a besoin de JavaScript. Activez-le dans votre navigateur, ou appelez-nous :",
  callTitle: "Consultation avec {name}",
  patient: "Patient",
  alone: "En attente de {name}…",
  endToEnd:
    "Image et son passent directement entre vous deux, chiffrés de bout en bout.",
  overBridge:
    "À trois, ou quand le réseau ne permet pas une liaison directe, image et son passent par un serveur de la plateforme. Ils sont chiffrés en chemin, mais pas de bout en bout. Rien n’est enregistré.",
} as const;

/** The texts of `guest` in any language. */
export type GuestTexts = Texts<typeof guest>;
