import type { Texts } from "../mod.ts";

/** What the database's error keys mean for people, and what to do. Keys: domain/errors.ts. */
export const errors = {
  appointment_of_another_thread:
    "Ce rendez-vous appartient à une autre conversation.",
  appointment_over: "Ce rendez-vous est terminé.",
  call_over:
    "L’appel est terminé. Restez dans la salle d’attente : votre médecin peut rappeler.",
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
  reason_missing: "Indiquez la raison : le patient la recevra.",
  slot_taken: "Ce créneau vient d’être pris. Choisissez-en un autre.",
  symptoms_too_long: "Le texte est trop long : 2000 caractères au plus.",
  terms_not_accepted: "Cochez la case pour accepter les conditions.",
  feedback_incomplete: "Répondez aux trois questions.",
  moved_too_often:
    "Ce rendez-vous a déjà été déplacé dix fois. Annulez-le, ou appelez notre helpdesk.",
  too_late_to_move:
    "Ce rendez-vous ne peut plus être déplacé : il a commencé ou il est terminé.",
  too_late_to_cancel:
    "Ce rendez-vous ne peut plus être annulé : il a commencé ou il est terminé.",
  too_many_appointments:
    "Vous avez déjà beaucoup de rendez-vous. Annulez-en un, ou appelez notre helpdesk.",
  too_many_messages:
    "Vous envoyez trop de messages à la fois. Réessayez dans une minute.",
  too_many_wrong_codes: "Trop de codes incorrects. Connectez-vous à nouveau.",
  unknown_time_zone: "Ce fuseau horaire est inconnu.",
  user_mismatch: "Cette inscription ne correspond pas à ce compte.",
  waiting_room_closed:
    "La salle d’attente n’est pas encore ouverte. Elle ouvre 10 minutes avant le rendez-vous.",
  language_not_spoken:
    "Ce médecin ne parle pas cette langue. Choisissez-en une autre.",
  no_appointment: "Pour écrire à ce médecin, il faut un rendez-vous avec lui.",
  patient_waits:
    "Le patient attend dans la salle d’attente : appelez-le, ou annulez le rendez-vous.",
  too_late_to_reopen:
    "La consultation ne peut plus être rouverte : elle est terminée depuis plus de 5 minutes.",
  guest_gone: "Cette personne n’est plus invitée, ou n’attend plus.",
  guest_incomplete:
    "Indiquez un nom, et une adresse e-mail ou un numéro de portable.",
  guest_invited:
    "Une personne est déjà invitée. Annulez d’abord son invitation.",
  too_many_guests:
    "Trop de personnes ont été invitées. Réessayez demain, ou appelez le helpdesk.",
  too_many_hours:
    "Votre agenda compte trop de plages horaires. Supprimez-en d’abord.",
  name_missing: "Donnez un nom au modèle.",
  too_many_templates: "Vous avez déjà 200 modèles. Supprimez-en d’abord.",
  thread_closed:
    "Le médecin ne prend pas de nouveaux messages dans cette conversation.",
  too_many_messages_today:
    "Vous avez écrit beaucoup de messages aujourd’hui. Réessayez demain, ou appelez notre helpdesk.",
  forbidden:
    "Votre compte ne permet pas de faire cela. Si c’est une erreur, contactez notre helpdesk.",
  signed_out: "Votre connexion a expiré. Connectez-vous à nouveau.",
  unavailable:
    "Le service est momentanément indisponible. Réessayez dans quelques minutes.",
  act_without_tariff:
    "Un acte n’a pas de tarif au jour de la consultation. Choisissez-en un autre.",
  cns_address_missing:
    "La CNS n’a pas d’adresse dans cette installation. Imprimez le mémoire et envoyez-le par la poste.",
  document_changed:
    "Ce brouillon a été modifié dans une autre fenêtre. Rechargez la page : rien de ce qui est enregistré n’est perdu.",
  document_incomplete:
    "Il manque des indications, ou l’une d’elles n’est pas correcte.",
  document_issued: "Ce document est déjà signé. Corrigez-le pour le changer.",
  document_not_issued: "Ce document n’est pas encore émis.",
  document_too_late:
    "La consultation est trop ancienne pour établir un document.",
  document_voided: "Ce document est annulé.",
  iban_missing: "Votre IBAN manque. Demandez à l’administration de le saisir.",
  not_a_fee_note: "Seul un mémoire d’honoraires peut être payé.",
  paid_too_much: "Le montant payé dépasse le total.",
  practice_address_missing:
    "L’adresse ou le téléphone de votre cabinet manque. Demandez à l’administration de les saisir.",
  restricted_substance:
    "Un médicament contient une substance qui exige le carnet à souche sur papier. Retirez-le de l’ordonnance.",
  sick_leave_reason_missing:
    "Cet arrêt est long, commence dans le passé ou en chevauche un autre : indiquez le motif.",
  document_left:
    "Le document est déjà parti. Vous pouvez le corriger ou l’annuler.",
  unknown_analysis: "Une analyse n’est plus au catalogue. Retirez-la.",
  held_by_telephone: "Le médecin a noté que vous vous parlez par téléphone.",
  free_now_too_long: "« Libre maintenant » dure 12 heures au plus.",
  hours_invalid:
    "Ces heures ne vont pas ensemble. Vérifiez débuts, fins et nombres.",
  note_too_long: "Les notes sont trop longues : 20 000 caractères au plus.",
  too_late_to_undo:
    "Il est trop tard pour revenir en arrière : les patients sont prévenus.",
  answers_invalid: "Vérifiez vos réponses aux questions du médecin.",
  reason_changed: "Le médecin a changé ce motif. Choisissez de nouveau.",
  reason_invalid:
    "Vérifiez le motif : un nom, de 5 à 60 minutes, cinq questions au plus.",
  email_invalid: "Écrivez une adresse e-mail complète, comme nom@exemple.lu.",
  not_forwarded:
    "Seules une ordonnance ou la feuille de l’employeur se transmettent ainsi.",
  too_many_forwards:
    "Vous avez transmis trop de documents aujourd’hui. Réessayez demain.",
  too_many_reasons: "Votre liste a déjà 30 motifs : supprimez-en un d’abord.",
  attachment_gone:
    "Ce fichier n’a pas été ouvert pendant la consultation : il n’est plus disponible pour vous.",
  attachment_held_back:
    "Ce fichier est en cours de vérification. Réessayez dans une minute.",
  attachment_refused: "Ce fichier a été refusé : un virus y a été trouvé.",
  attachment_too_large: "Le fichier est trop grand : 20 Mo au plus.",
  attachment_heic:
    "Cette photo HEIC n’a pas pu être convertie. Enregistrez-la en JPEG, puis envoyez-la.",
  attachment_type:
    "Ce n’est pas un fichier PDF, JPEG, PNG, HEIC ou Word (DOCX) en bon état. Envoyez-en un de ceux-là.",
  too_many_attachments:
    "Vous avez envoyé beaucoup de fichiers aujourd’hui. Réessayez demain, ou appelez notre helpdesk.",
  too_many_exports:
    "Vous avez déjà téléchargé vos données plusieurs fois aujourd’hui. Réessayez demain.",
  too_many_erasure_requests:
    "Vous avez fait trop de demandes d’effacement aujourd’hui. Réessayez demain, ou appelez notre helpdesk.",
  email_change_over:
    "Ce changement d’adresse n’attend plus : il a été confirmé, annulé ou remplacé, ou ses 24 heures sont passées.",
  email_sent_just_now:
    "Un e-mail vient de partir à cette adresse. Attendez une minute avant de le renvoyer.",
  email_sent_too_often:
    "L’e-mail a été renvoyé trop souvent. Attendez une heure, ou annulez ce changement et recommencez.",
} as const;

/** These texts in any language. */
export type ErrorTexts = Texts<typeof errors>;
