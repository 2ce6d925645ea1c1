import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread: "Esta consulta pertence a outra conversa.",
  appointment_over: "Esta consulta terminou.",
  call_over:
    "A chamada terminou. Fique na sala de espera: o seu médico pode voltar a ligar.",
  doctor_busy:
    "Já está numa consulta. Termine-a antes de ligar a outro paciente.",
  doctors_only: "Só o médico pode fazer isto.",
  form_used: "Este formulário já foi utilizado. Escolha novamente um horário.",
  no_consultation: "Não há nenhuma consulta a decorrer.",
  nobody_waits:
    "O paciente não está na sala de espera. Pode ligar-lhe assim que chegar.",
  not_a_laboratory: "Escolha um laboratório da lista.",
  not_a_pharmacy: "Escolha uma farmácia da lista.",
  not_an_account_notification: "Esta mensagem não pode ser enviada assim.",
  not_found: "Isto não existe, ou não é seu.",
  not_started: "A consulta ainda não começou. Espere pela hora marcada.",
  patient_busy: "Já tem uma consulta a esta hora. Escolha outro horário.",
  patients_only: "Só um paciente pode fazer isto.",
  period_too_long: "O período é demasiado longo. Escolha um mais curto.",
  reason_missing: "Indique o motivo: será comunicado ao paciente.",
  slot_taken: "Este horário acabou de ser ocupado. Escolha outro.",
  symptoms_too_long: "O texto é demasiado longo: no máximo 2000 caracteres.",
  terms_not_accepted: "Assinale a caixa para aceitar as condições.",
  feedback_incomplete: "Responda às três perguntas.",
  moved_too_often:
    "Esta consulta já foi mudada dez vezes. Cancele-a ou ligue para o nosso helpdesk.",
  too_late_to_move:
    "Esta consulta já não pode ser mudada: começou ou já terminou.",
  too_late_to_cancel:
    "Esta consulta já não pode ser cancelada: já começou ou terminou.",
  too_many_appointments:
    "Já tem muitas consultas. Cancele uma ou ligue para o nosso helpdesk.",
  too_many_messages:
    "Está a enviar demasiadas mensagens de uma vez. Tente novamente dentro de um minuto.",
  too_many_wrong_codes: "Demasiados códigos errados. Inicie sessão novamente.",
  unknown_time_zone: "Este fuso horário é desconhecido.",
  user_mismatch: "Esta inscrição não corresponde a esta conta.",
  waiting_room_closed:
    "A sala de espera ainda não está aberta. Abre 10 minutos antes da consulta.",
  language_not_spoken: "Este médico não fala essa língua. Escolha outra.",
  no_appointment:
    "Para escrever a este médico é preciso ter uma consulta com ele.",
  patient_waits:
    "O paciente está na sala de espera: ligue-lhe ou cancele a consulta.",
  too_late_to_reopen:
    "A consulta já não pode ser reaberta: terminou há mais de 5 minutos.",
  guest_gone: "Esta pessoa já não está convidada, ou já não espera.",
  guest_incomplete: "Indique um nome, e um e-mail ou um número de telemóvel.",
  guest_invited: "Já há uma pessoa convidada. Anule primeiro o convite dela.",
  too_many_guests:
    "Foram convidadas demasiadas pessoas. Tente de novo amanhã, ou telefone para o helpdesk.",
  too_many_hours:
    "A sua agenda tem demasiados períodos. Elimine alguns primeiro.",
  name_missing: "Dê um nome ao modelo.",
  too_many_templates: "Já tem 200 modelos. Elimine alguns primeiro.",
  thread_closed: "O médico não aceita novas mensagens nesta conversa.",
  too_many_messages_today:
    "Escreveu muitas mensagens hoje. Tente novamente amanhã, ou ligue para o nosso helpdesk.",
  forbidden:
    "A sua conta não permite fazer isto. Se for engano, contacte o nosso helpdesk.",
  signed_out: "A sua sessão expirou. Inicie sessão novamente.",
  unavailable:
    "O serviço está indisponível de momento. Tente novamente dentro de alguns minutos.",
  act_without_tariff:
    "Um ato não tem tarifa no dia da consulta. Escolha outro.",
  cns_address_missing:
    "A CNS não tem endereço nesta instalação. Imprima a nota de honorários e envie-a por correio.",
  document_changed:
    "Este rascunho foi alterado noutra janela. Recarregue a página: nada do que foi guardado se perde.",
  document_incomplete: "Faltam indicações, ou uma delas não está correta.",
  document_issued: "Este documento já está assinado. Corrija-o para o alterar.",
  document_not_issued: "Este documento ainda não foi emitido.",
  document_too_late: "A consulta é demasiado antiga para emitir um documento.",
  document_voided: "Este documento está anulado.",
  iban_missing: "Falta o seu IBAN. Peça à administração que o introduza.",
  not_a_fee_note: "Só uma nota de honorários pode ser paga.",
  paid_too_much: "O valor pago é superior ao total.",
  practice_address_missing:
    "Falta a morada ou o telefone do seu consultório. Peça à administração que os introduza.",
  restricted_substance:
    "Um medicamento contém uma substância que exige o livro de talões em papel. Retire-o da receita.",
  sick_leave_reason_missing:
    "Esta baixa é longa, começa no passado ou sobrepõe-se a outra: indique o motivo.",
  document_left: "O documento já partiu. Pode corrigi-lo ou anulá-lo.",
  unknown_analysis: "Uma análise já não está no catálogo. Retire-a.",
  held_by_telephone: "O médico registou que estão a falar por telefone.",
  free_now_too_long: "«Livre agora» dura no máximo 12 horas.",
  hours_invalid:
    "Estas horas não são válidas. Verifique inícios, fins e números.",
  note_too_long: "As notas são demasiado longas: no máximo 20 000 caracteres.",
  too_late_to_undo:
    "É tarde demais para desfazer: os pacientes já foram avisados.",
  answers_invalid: "Verifique as suas respostas às perguntas do médico.",
  reason_changed: "O médico alterou este motivo. Escolha de novo.",
  reason_invalid:
    "Verifique o motivo: um nome, de 5 a 60 minutos, no máximo cinco perguntas.",
  email_invalid:
    "Escreva um endereço de e-mail completo, como nome@exemplo.lu.",
  not_forwarded:
    "Só uma receita ou a folha do empregador se reencaminha assim.",
  too_many_forwards:
    "Reencaminhou demasiados documentos hoje. Tente de novo amanhã.",
  too_many_reasons: "A sua lista já tem 30 motivos: elimine um primeiro.",
  attachment_gone:
    "Este ficheiro não foi aberto durante a consulta: já não está disponível para si.",
  attachment_held_back:
    "Este ficheiro está a ser verificado. Tente novamente dentro de um minuto.",
  attachment_refused: "Este ficheiro foi recusado: foi encontrado um vírus.",
  attachment_too_large: "O ficheiro é demasiado grande: no máximo 20 MB.",
  attachment_heic:
    "Não foi possível converter esta fotografia HEIC. Guarde-a em JPEG e envie-a.",
  attachment_type:
    "Este não é um ficheiro PDF, JPEG, PNG, HEIC ou Word (DOCX) em bom estado. Envie um desses.",
  too_many_attachments:
    "Enviou muitos ficheiros hoje. Tente amanhã, ou ligue para o nosso helpdesk.",
  too_many_exports:
    "Já transferiu os seus dados várias vezes hoje. Tente novamente amanhã.",
  too_many_erasure_requests:
    "Pediu o apagamento demasiadas vezes hoje. Tente novamente amanhã, ou ligue para o nosso helpdesk.",
  email_change_over:
    "Esta alteração de endereço já não está à espera: foi confirmada, anulada ou substituída, ou passaram as suas 24 horas.",
  email_sent_just_now:
    "Acabou de seguir um e-mail para este endereço. Espere um minuto antes de o reenviar.",
  email_sent_too_often:
    "O e-mail foi reenviado demasiadas vezes. Espere uma hora, ou anule a alteração e comece de novo.",
} as const satisfies Translation<typeof french>;
