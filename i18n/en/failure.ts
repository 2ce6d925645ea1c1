import type { failure as french } from "../fr/failure.ts";
import type { Translation } from "../mod.ts";

export const failure = {
  notFoundTitle: "Page not found",
  notFoundText:
    "This page does not exist, or it is not yours. Check the address, or go back to the home page.",
  forbiddenTitle: "No access",
  forbiddenText:
    "Your account cannot open this page. If you think this is a mistake, contact our helpdesk.",
  unavailableTitle: "Service unavailable for a moment",
  unavailableText:
    "We cannot reach one of our services. Nothing you have booked is lost. Try again in a few minutes.",
  brokenTitle: "Something went wrong",
  brokenText:
    "It is not your fault. Try again; if it keeps happening, call our helpdesk and give them the number below.",
  badRequestTitle: "Incomplete request",
  badRequestText:
    "We did not understand this request. Go back to the previous page and start again.",
  tooManyTitle: "Too many attempts",
  tooManyText:
    "You have tried too often in a short time. Wait a few minutes, then try again.",
  conflictTitle: "This step is no longer possible",
  conflictText:
    "Things have changed in the meantime. Go to your appointments to see where you stand.",
  busyTitle: "Many people are here right now",
  busyText:
    "Try again in a few seconds. Waiting rooms and consultations go on.",
  requestNumber: "Request number: {id}",
  tryAgain: "Try again",
  toHome: "Go to the home page",
} satisfies Translation<typeof french>;
