import type { Texts } from "../mod.ts";

/** What the database's error keys mean for people, and what to do. Keys: domain/errors.ts. */
export const errors = {
  appointment_of_another_thread:
    "Ce rendez-vous appartient à une autre conversation.",
  appointment_over: "Ce rendez-vous est terminé.",
  call_over:
    "L’appel est terminé. Restez dans la salle d’attente : votre médecin peut rappeler.",
  doctor_busy:
    "Vous êtes déjà en consultation. Terminez-la avant d’appeler un autre patient.",
  doctors_only: "Seul le médecin peut faire cela.",
  form_used: "Ce formulaire a déjà servi. Choisissez à nouveau un créneau.",
  no_consultation: "Il n’y a pas de consultation en cours.",
  nobody_waits:
    "Le patient n’est pas dans la salle d’attente. Vous pourrez l’appeler dès son arrivée.",
  not_a_laboratory: "Choisissez un laboratoire de la liste.",
  not_a_pharmacy: "Choisissez une pharmacie de la liste.",
  not_an_account_notification: "Ce message ne peut pas être envoyé ainsi.",
  not_found: "Cela n’existe pas, ou ce n’est pas à vous.",
  not_started:
    "Le rendez-vous n’a pas encore commencé. Attendez l’heure prévue.",
  patient_busy:
    "Vous avez déjà un rendez-vous à cette heure. Choisissez un autre créneau.",
  patients_only: "Seul un patient peut faire cela.",
  period_too_long: "La période est trop longue. Choisissez-en une plus courte.",
  reason_missing: "Indiquez la raison : le patient la recevra.",
  slot_taken: "Ce créneau vient d’être pris. Choisissez-en un autre.",
  symptoms_too_long: "Le texte est trop long : 2000 caractères au plus.",
  terms_not_accepted: "Cochez la case pour accepter les conditions.",
  too_late_to_cancel:
    "Ce rendez-vous ne peut plus être annulé : il a commencé ou il est terminé.",
  too_many_appointments:
    "Vous avez déjà beaucoup de rendez-vous. Annulez-en un, ou appelez notre helpdesk.",
  too_many_messages:
    "Vous envoyez trop de messages à la fois. Réessayez dans une minute.",
  too_many_wrong_codes: "Trop de codes incorrects. Connectez-vous à nouveau.",
  unknown_time_zone: "Ce fuseau horaire est inconnu.",
  user_mismatch: "Cette inscription ne correspond pas à ce compte.",
  waiting_room_closed:
    "La salle d’attente n’est pas encore ouverte. Elle ouvre 10 minutes avant le rendez-vous.",
  forbidden:
    "Votre compte ne permet pas de faire cela. Si c’est une erreur, contactez notre helpdesk.",
  signed_out: "Votre connexion a expiré. Connectez-vous à nouveau.",
  unavailable:
    "Le service est momentanément indisponible. Réessayez dans quelques minutes.",
} as const;

/** These texts in any language. */
export type ErrorTexts = Texts<typeof errors>;
