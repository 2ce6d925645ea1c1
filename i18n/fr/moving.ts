import type { Texts } from "../mod.ts";

/** Moving an appointment, the waiting list for something earlier, and feedback. */
export const moving = {
  move: "Déplacer",
  moveTitle: "Déplacer le rendez-vous",
  moveIntro: "Rendez-vous à déplacer : {when}",
  moveKept:
    "Il reste réservé tant que vous n’avez pas confirmé une autre heure.",
  keepTime: "Garder l’heure actuelle",
  notMoved: "Pas encore déplacé",
  insteadOf: "Au lieu de : {when}",
  moveConfirm: "Déplacer à cette heure",
  moveNext: "L’ancienne heure est rendue. Vous recevez un SMS et un e-mail.",
  movedTitle: "Votre rendez-vous est déplacé",
  movedText: "Vous recevez un SMS et un e-mail avec la nouvelle heure.",
  movedFrom: "Avant : {when}.",
  moveLateTitle: "Ce rendez-vous ne peut plus être déplacé",
  moveLateText: "Il a commencé ou il est terminé.",
  moveOftenTitle: "Ce rendez-vous a déjà été déplacé dix fois",
  moveOftenText:
    "Gardez-le, ou annulez-le et réservez à nouveau. Notre helpdesk vous aide.",
  moveTakenText:
    "Votre rendez-vous n’a pas changé. Voici les créneaux libres les plus proches.",
  moveBusyText:
    "Vous avez un autre rendez-vous à cette heure. Celui-ci n’a pas changé.",
  earlier: "Un créneau plus tôt ?",
  earlierTitle: "Un créneau plus tôt",
  earlierIntro:
    "Quand une heure plus tôt se libère, vous recevez un SMS et un e-mail. Elle vous est réservée pendant 10 minutes. Jusque-là, votre rendez-vous ne change pas.",
  earlierNight: "Entre 21 heures et 8 heures, nous n’envoyons rien.",
  earlierDays: "Jours qui me conviennent",
  earlierFrom: "À partir de",
  earlierTo: "Jusqu’à",
  earlierJoin: "Me prévenir",
  earlierSave: "Enregistrer",
  earlierLeave: "Ne plus me prévenir",
  earlierWaiting: "Vous êtes sur la liste d’attente",
  earlierWaitingText: "Nous vous prévenons quand une heure plus tôt se libère.",
  earlierProblem: "Choisissez au moins un jour, et une fin après le début.",
  offerTitle: "Une heure plus tôt est libre",
  offerUntil: "Elle vous est réservée jusqu’à {time}.",
  offerTake: "Prendre cette heure",
  offerDecline: "Non merci, garder mon heure",
  offerGone: "Cette heure n’est plus réservée pour vous",
  offerGoneText: "Votre rendez-vous n’a pas changé.",
  feedbackTitle: "Comment était-ce ?",
  feedbackIntro: "Trois questions. Votre médecin ne voit pas vos réponses.",
  soundAndPicture: "L’image et le son",
  good: "Bons",
  middling: "Moyens",
  bad: "Mauvais",
  solved: "Le médecin vous a-t-il aidé ?",
  again: "Referiez-vous une consultation en vidéo ?",
  yes: "Oui",
  partly: "En partie",
  perhaps: "Peut-être",
  no: "Non",
  feedbackSend: "Envoyer",
  feedbackMissing: "Répondez aux trois questions.",
  feedbackThanks: "Merci pour vos réponses",
  feedbackThanksText: "Elles aident à améliorer le service.",
  lostLink: "Recevoir à nouveau le lien de mon rendez-vous",
  lostTitle: "Le lien de votre rendez-vous",
  lostText:
    "Indiquez l’adresse e-mail de votre compte : nous vous renvoyons les liens vers vos prochains rendez-vous.",
  lostSent:
    "Si un rendez-vous à venir existe pour {email}, un e-mail part avec son lien. Il arrive en quelques minutes ; regardez aussi dans les courriers indésirables.",
} as const;

/** These texts in any language. */
export type MovingTexts = Texts<typeof moving>;
