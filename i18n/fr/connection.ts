import type { Texts } from "../mod.ts";

/** The line and the equipment of a call: telephone instead, checks, notifications, what is wrong in the call. */
export const connection = {
  telephoneInstead: "Être appelé par téléphone",
  telephoneSentence:
    "Le médecin verra le numéro de votre compte, pour cette consultation seulement.",
  telephoneAskedTitle: "{doctor} va vous téléphoner",
  telephoneAskedText: "Au {phone}. Gardez votre téléphone près de vous.",
  byTelephoneTitle: "Votre consultation se tient par téléphone",
  byTelephoneText:
    "{doctor} vous parle au téléphone. Vous pouvez aussi vous écrire ici.",
  telephoneWanted: "{name} demande un appel par téléphone :",
  telephoneNote: "Nous parlons par téléphone",
  telephoneNoteText:
    "À noter quand on vous a répondu : la consultation commence.",
  telephoneWith: "Par téléphone avec {name}",
  backToVideo: "Reprendre par vidéo",
  heldByTelephone: "Cette consultation s’est tenue par téléphone.",
  browserTitle: "Ce navigateur ne permet pas l’appel vidéo",
  browserText: "Ouvrez cette page dans Chrome, Edge ou Safari.",
  browserTelephone: "Pas d’autre navigateur ? Le médecin peut vous téléphoner.",
  networkTitle: "Votre connexion",
  networkStart: "Vérifier ma connexion",
  networkAgain: "Vérifier encore une fois",
  networkRunning: "Vérification de la connexion, quelques secondes…",
  networkGood: "Bonne connexion",
  networkGoodText: "L’image et le son passeront bien.",
  networkFair: "Connexion moyenne",
  networkFairText: "L’appel passera. L’image peut se figer par moments.",
  networkPoor: "Connexion faible",
  networkPoorText: "L’appel risque de se couper.",
  networkBlocked: "Ce réseau bloque l’appel vidéo",
  networkBlockedText:
    "Certains réseaux d’entreprise ou d’hôtel font cela. Essayez un autre réseau, par exemple celui de votre téléphone mobile.",
  networkOffline: "Pas de connexion à Internet",
  networkOfflineText:
    "Regardez si le Wi-Fi ou les données mobiles sont activés et si le mode avion est coupé. Sinon, redémarrez votre box ou essayez un autre réseau, puis vérifiez encore une fois.",
  adviceWindow:
    "Rapprochez-vous de votre box, ou de la fenêtre avec un téléphone mobile.",
  adviceCable: "Un câble vaut mieux que le Wi-Fi.",
  adviceOthers:
    "Fermez ce qui télécharge ou passe des vidéos, sur vos autres appareils aussi.",
  adviceTelephone: "Si cela ne suffit pas, le médecin peut vous téléphoner.",
  networkFacts:
    "Réponse en {ms} ms, réception {down} Mbit/s, envoi {up} Mbit/s",
  tryEquipment: "Essayer mon matériel",
  tryTitle: "Essayez votre matériel",
  tryText:
    "Moins d’une minute : la caméra, le micro, le haut-parleur et la connexion. Personne d’autre ne vous voit ni ne vous entend.",
  tryScript:
    "Cet essai a besoin de JavaScript. Activez-le dans votre navigateur.",
  heardQuestion: "Avez-vous entendu le son ?",
  heardYes: "Oui, entendu",
  heardNo: "Non",
  heardGood: "Votre haut-parleur fonctionne.",
  heardAdvice:
    "Montez le volume, ou choisissez un autre haut-parleur, puis testez encore.",
  headphonesAdvice:
    "Votre micro entend le haut-parleur : avec un casque ou des écouteurs, personne n’entendra d’écho.",
  pushSentence:
    "Vous fermez la page ou verrouillez votre téléphone ? Cet appareil peut vous prévenir quand le médecin appelle.",
  pushTurnOn: "Me prévenir de l’appel",
  pushOn:
    "Cet appareil vous préviendra de l’appel, même si la page est fermée.",
  pushRefused:
    "Votre navigateur ne permet pas de vous prévenir. Laissez cette page ouverte.",
  pushCall: "Votre médecin vous appelle.",
  hearNothing:
    "Aucun son ne sort de votre micro. Regardez s’il est coupé par un bouton, ou choisissez-en un autre dans les réglages.",
  audioOnlyOffer:
    "La connexion est mauvaise. Sans image, le son passera mieux.",
  audioOnlyTurnOn: "Continuer sans image",
  audioOnlyOn: "Sans image, pour que le son passe.",
  audioOnlyBack: "Remettre l’image",
  blur: "Flouter l’arrière-plan",
  blurText: "Calculé sur votre appareil, qui en travaille davantage.",
  noise: "Réduire les bruits autour de moi",
  noiseText:
    "Calculé sur votre appareil. À couper si votre voix devient sourde.",
  effectNews: "{effect} : {state}",
  effectStarting: "un instant…",
  effectSlow: "désactivé, votre appareil est trop lent pour cela.",
  effectFailed: "cela ne fonctionne pas sur cet appareil.",
  telephoneNumber: "Le numéro de {name} :",
  telephoneWithdraw: "Finalement, je peux faire la vidéo",
  telephoneWithdrawText: "Le médecin ne verra plus votre numéro.",
  videoAgain: "{doctor} reprend par vidéo",
  mustPress:
    "La page de {name} est ouverte : il reste à y appuyer sur « Revenir dans l’appel ». Jusque-là, la caméra et le micro y restent coupés.",
  pageClosed: "{name} a fermé la page.",
  pageClosedTold:
    "{name} a fermé la page. Nous l’en avertissons {channels}, avec le lien pour revenir.",
  nobodyReturns: "Si personne ne revient, terminez de nouveau la consultation.",
  channelAnd: "et",
  channelSms: "par SMS",
  channelPush: "par notification",
  channelEmail: "par e-mail",
  pushReopened: "Votre médecin vous attend de nouveau.",
} as const;

/** These texts in any language. */
export type ConnectionTexts = Texts<typeof connection>;
