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
  whatIs: "Teleconsulta, {duration}",
  with: "Com",
  forWhom: "Para",
  forDependant: "Para {name}",
  date: "Data",
  start: "Início",
  end: "Fim",
  language: "Língua",
  waitingRoomIntro:
    "Para começar a teleconsulta à hora escolhida, abra a sala de espera virtual com este link. Pode entrar a partir de 10 minutos antes do início da consulta, ou seja, a partir das {opens}. Antes disso, a página ajuda-o a preparar-se.",
  waitingRoomLink: "Ir para a sala de espera",
  lostLink:
    "Guarde este e-mail: contém o seu link. Se o perder, inicie sessão: as suas consultas estão na sua conta.",
  confirmationSubject: "Confirmação de consulta",
  confirmationIntro: "Confirmamos a sua consulta com os dados abaixo.",
  confirmationSms:
    "eConsult: teleconsulta, {duration}, com {doctor}, {date}, {start} - {end}, em {language}. Sala de espera a partir das {opens}: {link}",
  reminderSubject: "Lembrete da sua consulta",
  reminderIntro: "Lembramos a sua consulta com os dados abaixo.",
  reminderSms:
    "Lembrete eConsult: teleconsulta, {duration}, com {doctor}, {date}, {start} - {end}, em {language}. Sala de espera a partir das {opens}: {link}",
  movedSubject: "A sua consulta foi mudada",
  movedIntro: "Mudou a sua consulta. Estas são a nova data e a nova hora.",
  movedFrom: "Estava prevista para {day}, {hour}.",
  movedSms:
    "eConsult: a sua teleconsulta com {doctor} foi mudada: {date}, {start} - {end}. Sala de espera a partir das {opens}: {link}",
  moveLink: "Mudar a consulta",
  earlierSubject: "Há uma hora mais cedo",
  earlierIntro:
    "Uma hora mais cedo ficou livre. Está reservada para si até às {until}.",
  earlierKeep: "Se não a quiser, a sua consulta de {day}, {hour}, não muda.",
  earlierSms:
    "eConsult: {doctor} pode recebê-lo mais cedo: {date}, {start}. Reservado para si até às {until}: {link}",
  earlierLink: "Ficar com esta hora",
  cancellationSubject: "Consulta cancelada",
  cancelledByDoctor:
    "O seu médico teve de cancelar a consulta abaixo. Pedimos desculpa.",
  cancelledByAdmin:
    "A consulta abaixo foi cancelada pelo nosso serviço. Pedimos desculpa.",
  missedSubject: "A sua consulta não se realizou",
  missedIntro:
    "Não esteve na sala de espera à hora da consulta abaixo. Pode acontecer. Se ainda precisar de aconselhamento médico, marque outra consulta; se foi um problema técnico, o nosso helpdesk ajuda.",
  notHeldIntro:
    "Esteve na sala de espera, mas o médico não conseguiu chamar. Pedimos desculpa. Marque outra consulta ou ligue para o nosso helpdesk.",
  cancelledByPatient: "A consulta abaixo está cancelada, como pediu.",
  reason: "Motivo",
  bookAgainIntro: "Pode marcar outra consulta com o mesmo médico.",
  bookAgainLink: "Marcar outra consulta",
  freeNow: "Estes médicos estão livres neste momento",
  cancellationSms:
    "eConsult: a sua teleconsulta com {doctor}, {date}, {start}, foi cancelada. Marcar outra consulta: {link}",
  ticketUntil: "Teleconsulta, {duration}, até às {end}",
  ticketZone: "Hora de {place} ({offset})",
  doctorDetail: "{specialty}. Em {language}.",
  confirmationTitle: "A sua consulta está marcada",
  appointmentPreheader:
    "{day}, {hour}, com {doctor}. A sala de espera abre às {opens}.",
  cancellationPreheader: "{day}, {hour}, com {doctor}.",
  cancelled: "Cancelada",
  stepBooked: "Marcada",
  stepWaitingRoom: "Sala de espera",
  stepFrom: "a partir das {time}",
  stepCall: "O médico liga-lhe",
  device:
    "De preferência num computador ou tablet, senão no telemóvel, com Chrome, Safari, Firefox ou Edge. Bastam uma câmara e um microfone.",
  prepareTitle: "O que ter à mão",
  prepareText: "Os seus medicamentos e resultados recentes.",
  preventedTitle: "Não pode vir?",
  cancelLink: "Cancelar a consulta",
  cancelUntil:
    "Possível até às {hour}. O horário será então proposto a outros pacientes.",
  calendarNote: "O ficheiro em anexo acrescenta a consulta à sua agenda.",
  existsTrouble: "Já não consegue iniciar sessão?",
  activationSubject: "Ativação da conta",
  activationIntro:
    "A sua conta foi criada. Precisa de ser ativada uma única vez: abra a página de ativação com o link abaixo e escolha a sua palavra-passe.",
  activationNotMe: "Não fui eu: anular esta inscrição",
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
  emailChangeNotYou: "Não pediu nada? Ignore este e-mail: nada muda.",
  emailTakenSubject: "O seu endereço de e-mail já é utilizado",
  emailTakenIntro:
    "Alguém quis utilizar este endereço para outra conta eConsult. Continua a ser o da sua conta e nada mudou. Se foi você, inicie sessão com este endereço ou contacte o nosso helpdesk. Caso contrário, não precisa de fazer nada.",
  emailChangedSubject: "Alteração do seu endereço de e-mail",
  emailChangedDoneIntro:
    "O endereço de e-mail da sua conta eConsult foi alterado; este endereço deixou de ser usado. Se não foi você, ligue já para o nosso helpdesk.",
  phoneChangedSubject: "O seu número de telefone foi alterado",
  phoneChangedIntro:
    "O número de telefone da sua conta eConsult foi alterado. Se não foi você, ligue já para o nosso helpdesk.",
  phoneChangedSms:
    "eConsult: o número da sua conta foi alterado. Se não foi você, ligue para {phone}.",
  passwordChangedSubject: "A sua palavra-passe foi alterada",
  passwordChangedIntro:
    "A palavra-passe da sua conta eConsult foi alterada. Se não foi você, ligue já para o nosso helpdesk.",
  unreadSubject: "Tem uma nova mensagem",
  unreadIntro:
    "Há uma mensagem à sua espera na sua conta eConsult. Para proteger os seus dados, ela não está neste e-mail.",
  unreadLink: "Ler a mensagem",
  unreadOnce:
    "Não receberá outro e-mail antes de a ter lido. Pode configurar estes e-mails na página das mensagens.",
  unreadUrgent:
    "As mensagens não servem para urgências: em perigo de vida, ligue para o 112.",
  calendarTitle: "Teleconsulta com {doctor}",
  calendarTitleFor: "{name}: teleconsulta com {doctor}",
  calendarAlarm: "A sua sala de espera está aberta.",
  calendarFileName: "consulta.ics",
  reopenedSubject: "O seu médico está de novo à sua espera",
  reopenedIntro:
    "O seu médico reabriu a teleconsulta abaixo e está à sua espera.",
  reopenedNote:
    "Inicie sessão e carregue em «Voltar à chamada». Até lá, a câmara e o microfone ficam desligados.",
  reopenedSms:
    "eConsult: {doctor} reabriu a sua teleconsulta e está à sua espera. Voltar: {link}",
  erasureRequestedSubject: "O seu pedido de apagamento",
  erasureRequestedIntro:
    "Pediu o apagamento da sua conta eConsult. Estamos a examinar o seu pedido e responderemos por e-mail. Até lá, pode retirá-lo na página da sua conta. Se não foi iniciativa sua, retire-o, mude a palavra-passe e ligue para o nosso helpdesk.",
  erasureWithdrawnSubject: "O seu pedido de apagamento foi retirado",
  erasureWithdrawnIntro:
    "Retirou o seu pedido de apagamento. A sua conta eConsult continua aberta e nada foi apagado.",
  erasureAcceptedSubject: "A sua conta foi apagada",
  erasureAcceptedIntro:
    "Como pediu, a sua conta eConsult está encerrada e os seus contactos foram apagados. As suas consultas marcadas foram canceladas, exceto se mais alguém agir por si. O seu processo clínico é guardado durante o tempo que a lei exige. Este é o nosso último e-mail para este endereço. Se quiser voltar a utilizar o eConsult, ligue para o nosso helpdesk.",
  erasureDeclinedSubject: "Resposta ao seu pedido de apagamento",
  erasureDeclinedIntro:
    "Não pudemos aceitar o seu pedido de apagamento. A sua conta eConsult continua aberta. Encontra o motivo abaixo; o nosso helpdesk responde às suas perguntas.",
} as const satisfies Translation<typeof french>;
