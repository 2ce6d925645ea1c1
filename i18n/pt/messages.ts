import type { messages as french } from "../fr/messages.ts";
import type { Translation } from "../mod.ts";

export const messages = {
  listText: "Tudo o que escreve aos seus médicos, e o que eles lhe respondem.",
  listTextDoctor: "O que os seus pacientes lhe escrevem fora das consultas.",
  empty: "Ainda não há mensagens",
  emptyText:
    "Depois de marcar uma consulta, pode escrever ao seu médico a partir daqui.",
  emptyTextDoctor: "Quando um paciente lhe escreve, a mensagem está aqui.",
  noLine: "Ainda sem mensagem",
  yourLine: "Você: {text}",
  forPatient: "para {name}",
  unread_one: "{count} mensagem por ler",
  unread_other: "{count} mensagens por ler",
  closed: "Fechada",
  writeTo: "Escrever a {name}",
  backToList: "Todas as mensagens",
  notUrgent: "Não serve para urgências: em perigo de vida, ligue para o 112.",
  answers_one: "{name} responde geralmente no prazo de {count} dia útil.",
  answers_other: "{name} responde geralmente no prazo de {count} dias úteis.",
  answersUnknown:
    "{name} não lê as mensagens a toda a hora. Se não puder esperar, marque uma consulta.",
  away:
    "{name} está ausente de {from} a {until} e não responde durante esse tempo.",
  bookLink: "Marcar uma consulta",
  closedTitle: "Esta conversa está fechada a novas mensagens",
  noAppointment:
    "Para escrever a este médico, precisa de uma consulta com ele.",
  consultation: "Consulta: {when}",
  consultationComing: "Consulta marcada: {when}",
  said: "Mensagens desta consulta",
  saidNone: "Nenhuma mensagem foi escrita durante esta consulta.",
  saidThread: "Todas as mensagens com {name}",
  appointmentOf: "Consulta de {name}",
  earlier:
    "Aqui estão as últimas 200 mensagens. A pesquisa encontra também as mais antigas.",
  search: "Procurar nesta conversa",
  found_one: "{count} mensagem com «{query}»",
  found_other: "{count} mensagens com «{query}»",
  searchBack: "Voltar à conversa",
  notSent: "A sua mensagem não foi enviada",
  bodyMissing: "Escreva a sua mensagem e envie-a.",
  bodyTooLong: "A mensagem é demasiado longa: 4000 caracteres no máximo.",
  settingsTitle: "E-mail sobre mensagens por ler",
  settingsText:
    "O e-mail não contém a mensagem. Nenhum é enviado entre as 21h e as 8h.",
  notice: "Quando o avisamos",
  noticeAtOnce: "Após 5 minutos",
  noticeDaily: "Uma vez por dia, de manhã",
  noticeNever: "Nunca",
  answersField: "Responde no prazo de",
  answersNone: "Não indicar",
  answersDays_one: "{count} dia útil",
  answersDays_other: "{count} dias úteis",
  awayFrom: "Ausente de",
  awayUntil: "até (inclusive)",
  settingsSaved: "As suas definições estão guardadas.",
  settingsWrong:
    "Indique o primeiro e o último dia da ausência, por esta ordem, ou nenhum dos dois.",
  closeTitle: "Fechar a conversa",
  closeText:
    "O paciente deixa de poder escrever fora das consultas. Lê a sua frase.",
  closeReason: "A sua frase para o paciente",
  closeButton: "Fechar a conversa",
  reopenButton: "Reabrir a conversa",
} as const satisfies Translation<typeof french>;
