import type { Texts } from "../mod.ts";

/** The pages that say what went wrong and what to do. */
export const failure = {
  notFoundTitle: "Page introuvable",
  notFoundText:
    "Cette page n’existe pas, ou elle n’est pas la vôtre. Vérifiez l’adresse, ou revenez à l’accueil.",
  forbiddenTitle: "Accès refusé",
  forbiddenText:
    "Votre compte ne permet pas d’ouvrir cette page. Si c’est une erreur, contactez notre helpdesk.",
  unavailableTitle: "Service momentanément indisponible",
  unavailableText:
    "Nous n’arrivons pas à joindre un de nos services. Rien de ce que vous avez réservé n’est perdu. Réessayez dans quelques minutes.",
  brokenTitle: "Une erreur est survenue",
  brokenText:
    "Ce n’est pas votre faute. Réessayez ; si l’erreur persiste, appelez notre helpdesk et donnez le numéro ci-dessous.",
  badRequestTitle: "Demande incomplète",
  badRequestText:
    "Nous n’avons pas compris cette demande. Revenez à la page précédente et recommencez.",
  tooManyTitle: "Trop d’essais",
  tooManyText:
    "Vous avez essayé trop souvent en peu de temps. Attendez quelques minutes, puis recommencez.",
  conflictTitle: "Cette étape n’est plus possible",
  conflictText:
    "La situation a changé entre-temps. Revenez à vos rendez-vous pour voir où vous en êtes.",
  busyTitle: "Beaucoup de monde en ce moment",
  busyText:
    "Réessayez dans quelques secondes. Les salles d’attente et les consultations en cours continuent.",
  requestNumber: "Numéro de la demande : {id}",
  tryAgain: "Réessayer",
  toHome: "Aller à l’accueil",
} as const;

/** The failure pages' texts in any language. */
export type FailureTexts = Texts<typeof failure>;
