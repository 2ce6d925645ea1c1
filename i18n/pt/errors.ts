import type { errors as french } from "../fr/errors.ts";
import type { Translation } from "../mod.ts";

export const errors = {
  appointment_of_another_thread: "Esta consulta pertence a outra conversa.",
  appointment_over: "Esta consulta terminou.",
  call_over:
    "A chamada terminou. Fique na sala de espera: o seu médico pode voltar a ligar.",
  doctor_busy: "Já está em consulta. Termine-a antes de chamar outro doente.",
  doctors_only: "Só o médico pode fazer isto.",
  form_used: "Este formulário já foi utilizado. Escolha de novo um horário.",
  no_consultation: "Não há nenhuma consulta a decorrer.",
  nobody_waits: "O doente não está na sala de espera.",
  not_a_laboratory: "Escolha um laboratório da lista.",
  not_a_pharmacy: "Escolha uma farmácia da lista.",
  not_an_account_notification: "Esta mensagem não pode ser enviada assim.",
  not_found: "Isto não existe, ou não é seu.",
  not_started: "A consulta ainda não começou.",
  patient_busy: "Já tem uma consulta a esta hora. Escolha outro horário.",
  patients_only: "Só um doente pode fazer isto.",
  period_too_long: "O período é demasiado longo.",
  reason_missing: "Indique o motivo: o doente vai recebê-lo.",
  slot_taken: "Este horário acaba de ser ocupado. Escolha outro.",
  symptoms_too_long: "O texto é demasiado longo: no máximo 2000 caracteres.",
  terms_not_accepted: "Assinale a caixa para aceitar as condições.",
  too_late_to_cancel: "Já é tarde para cancelar esta consulta.",
  too_many_appointments:
    "Já tem muitas consultas. Cancele uma ou ligue para o apoio.",
  too_many_messages:
    "Está a enviar demasiadas mensagens de uma vez. Tente de novo dentro de um minuto.",
  too_many_wrong_codes: "Demasiados códigos errados. Inicie sessão de novo.",
  unknown_time_zone: "Este fuso horário é desconhecido.",
  user_mismatch: "Esta inscrição não corresponde a esta conta.",
  waiting_room_closed: "A sala de espera ainda não está aberta.",
  forbidden: "A sua conta não permite fazer isto.",
  signed_out: "A sua sessão terminou. Inicie sessão de novo.",
  unavailable:
    "O serviço está indisponível de momento. Tente de novo dentro de alguns minutos.",
} as const satisfies Translation<typeof french>;
