import type { Texts } from "../mod.ts";

/** Files in the chat and in messages. */
export const attachments = {
  attach: "Joindre un fichier",
  photo: "Prendre une photo",
  drop: "Déposez vos fichiers ici",
  uploading: "envoi… {percent} %",
  checking: "vérification…",
  cancel: "Annuler l’envoi de {name}",
  retry: "Renvoyer {name}",
  failed: "Le fichier n’est pas parti. Il repart dès que la connexion revient.",
  unopened: "pas encore ouvert",
  opened: "gardé dans votre compte",
  sentOpened: "ouvert",
  heldBack: "en cours de vérification",
  refused: "refusé : un virus y a été trouvé",
  gone: "pas ouvert pendant la consultation, plus disponible",
  inOtherTab: "s’ouvre dans un autre onglet",
  toOpen_one: "{count} fichier à ouvrir",
  toOpen_other: "{count} fichiers à ouvrir",
  toOpenText:
    "Ouvrez-les pour les garder dans votre compte. Ce qui n’est pas ouvert disparaît 5 minutes après la fin de la consultation.",
  openAll: "Tout ouvrir et garder",
  keptTitle: "Fichiers",
  keptText: "Ils restent dans votre compte, sous Messages.",
  endTitle: "Des fichiers ne sont pas encore ouverts",
  endAnyway: "Terminer sans ouvrir",
  leaveAnyway: "Quitter sans ouvrir",
  stay: "Rester dans l’appel",
  theirs_one: "{name} n’a pas encore ouvert {count} fichier.",
  theirs_other: "{name} n’a pas encore ouvert {count} fichiers.",
  fileLabel: "Fichier : {name}",
  formHint:
    "PDF, JPEG, PNG ou Word (DOCX), 20 Mo au plus. Le lieu et l’heure sont retirés des photos.",
  empty:
    "Le fichier est vide. Vérifiez-le, puis choisissez-le encore une fois.",
  sendingTitle: "Fichiers en cours d’envoi",
  sendingText: "Gardez cette page ouverte jusqu’à la fin de l’envoi.",
} as const;

/** These texts in any language. */
export type AttachmentTexts = Texts<typeof attachments>;
