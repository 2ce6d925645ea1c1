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
  forbidden:
    "A sua conta não permite fazer isto. Se for engano, contacte o nosso helpdesk.",
  signed_out: "A sua sessão expirou. Inicie sessão novamente.",
  unavailable:
    "O serviço está indisponível de momento. Tente novamente dentro de alguns minutos.",
} as const satisfies Translation<typeof french>;
