import type { Texts } from "../mod.ts";

/** The ticket of an appointment: its states, its steps, and what comes. */
export const ticket = {
  notBooked: "Pas encore réservé",
  length: "Téléconsultation, {duration}, jusqu’à {end}",
  zone: "Heure de {place} ({offset})",
  spokenFr: "En français",
  spokenDe: "En allemand",
  spokenEn: "En anglais",
  spokenLb: "En luxembourgeois",
  spokenPt: "En portugais",
  lineBooked: "Réservé",
  lineEquipment: "Préparer le matériel",
  lineRoom: "Salle d’attente",
  lineCall: "Appel du médecin",
  lineDocuments: "Documents",
  lineDone: "Fait :",
  lineStep: "Étape {current} sur {total} : {step}",
  whatComes: "Ce qui vient",
  fromTime: "dès {time}",
  toDoNow: "à faire maintenant",
  openNow: "ouverte",
  now: "maintenant",
  afterwards: "ensuite",
  opensIn: "La salle d’attente ouvre {when}, dans",
  chosenSlot: "Le créneau choisi",
  yourAppointment: "Votre rendez-vous",
  chooseTitle: "Choisissez un créneau",
  chooseText: "Appuyez sur une heure libre : elle s’inscrit ici.",
  youAreBooking: "Vous réservez :",
  youAreBookingText:
    "Connectez-vous ou inscrivez-vous : ce créneau vous attend ici. Il n’est réservé qu’à la fin.",
  forPatient: "Patient : {name}",
  forDependant: "Pour {name}",
  roomAddress: "Salle d’attente : {address}",
} as const;

/** These texts in any language. */
export type TicketTexts = Texts<typeof ticket>;
