import type { notifications as french } from "../fr/notifications.ts";
import type { Translation } from "../mod.ts";

export const notifications = {
  greeting: "Olá, {name},",
  greetingNobody: "Olá,",
  thanks: "Obrigado",
  remark: "Nota",
  doNotReply:
    "Não responda a esta mensagem. As respostas enviadas para este endereço não são lidas.",
  helpdesk:
    "Precisa de ajuda? O nosso helpdesk está ao seu dispor: {phone}, {email}",
  what: "Consulta",
  whatIs: "Teleconsulta, {minutes} minutos",
  with: "Com",
  date: "Data",
  start: "Início",
  end: "Fim",
  language: "Língua",
  waitingRoomIntro:
    "Para começar a teleconsulta à hora escolhida, abra a sala de espera virtual com o link abaixo. Pode entrar a partir de 10 minutos antes do início da consulta, ou seja, a partir das {opens}.",
  waitingRoomLink: "Ir para a sala de espera",
  lostLink:
    "Guarde este e-mail: contém o seu link. Se o perder, inicie sessão: as suas consultas estão na sua conta.",
  confirmationSubject: "Confirmação de consulta",
  confirmationIntro: "Confirmamos a sua consulta com os dados abaixo.",
  confirmationSms:
    "eConsult: teleconsulta, {minutes} minutos, com {doctor}, {date}, {start} - {end}, em {language}. Sala de espera a partir das {opens}: {link}",
  reminderSubject: "Lembrete da sua consulta",
  reminderIntro: "Lembramos a sua consulta com os dados abaixo.",
  reminderSms:
    "Lembrete eConsult: teleconsulta, {minutes} minutos, com {doctor}, {date}, {start} - {end}, em {language}. Sala de espera a partir das {opens}: {link}",
  cancellationSubject: "Consulta cancelada",
  cancelledByDoctor:
    "O seu médico teve de cancelar a consulta abaixo. Pedimos desculpa.",
  cancelledByPatient: "A consulta abaixo está cancelada, como pediu.",
  reason: "Motivo",
  bookAgainIntro: "Pode marcar outra consulta com o mesmo médico.",
  bookAgainLink: "Marcar outra consulta",
  freeNow: "Estes médicos estão livres neste momento",
  cancellationSms:
    "eConsult: a sua teleconsulta com {doctor}, {date}, {start}, foi cancelada. Marcar outra consulta: {link}",
  activationSubject: "Ativação da conta",
  activationIntro:
    "A sua conta foi criada. Precisa de ser ativada uma única vez: abra a página de ativação com o link abaixo e escolha a sua palavra-passe.",
  activationLink: "Ativar a minha conta",
  activationEnds:
    "Este link é válido durante 24 horas e só serve uma vez. Se tiver expirado, a página propõe um novo.",
  notYou:
    "Não pediu uma conta? Ignore este e-mail: sem ativação, ninguém a pode utilizar.",
  existsSubject: "Já tem uma conta",
  existsIntro:
    "Acaba de ser feita uma inscrição com os seus dados. Já tem uma conta eConsult: não foi criada outra.",
  existsSignIn: "Iniciar sessão",
  existsForgotten: "Esqueci-me da palavra-passe",
  recoverySubject: "Nova palavra-passe",
  recoveryIntro: "Pediu uma nova palavra-passe. Escolha-a com o link abaixo.",
  recoveryLink: "Escolher uma nova palavra-passe",
  recoveryEnds: "Este link é válido durante 24 horas e só serve uma vez.",
  recoveryNotYou:
    "Não pediu nada? Ignore este e-mail: a sua palavra-passe continua a mesma.",
  emailChangeSubject: "Confirme o seu endereço de e-mail",
  emailChangeIntro:
    "Quer utilizar este endereço na sua conta eConsult. Confirme-o com o link abaixo.",
  emailChangeLink: "Confirmar este endereço",
  emailChangedSubject: "Alteração do seu endereço de e-mail",
  emailChangedIntro:
    "Foi pedido outro endereço de e-mail para a sua conta eConsult. Se não fez este pedido, ligue de imediato para o nosso helpdesk.",
  calendarTitle: "Teleconsulta com {doctor}",
  calendarAlarm: "A sua sala de espera está aberta.",
  calendarFileName: "consulta.ics",
} as const satisfies Translation<typeof french>;
