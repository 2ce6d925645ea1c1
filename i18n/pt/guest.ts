import type { Translation } from "../mod.ts";
import type { guest as french } from "../fr/guest.ts";

export const guest: Translation<typeof french> = {
  inviteTitle: "Convidar outra pessoa",
  inviteText:
    "Um familiar, um intérprete ou um profissional de saúde pode participar na consulta. Recebe um link pessoal; o médico deixa-o entrar durante a chamada.",
  inviteLink: "Convidar outra pessoa",
  inviteWord: "Convidar",
  coming: "{name} está a entrar…",
  comingLate:
    "{name} ainda não está na chamada. A página do convite pode estar fechada.",
  name: "Nome da pessoa",
  nameHint: "Como será chamada durante a chamada.",
  nameMissing: "Indique o nome da pessoa, com 100 caracteres no máximo.",
  roleLegend: "Participa como",
  relative: "Familiar",
  interpreter: "Intérprete",
  colleague: "Profissional de saúde",
  detail: "Parentesco, língua ou profissão",
  detailHint: "Por exemplo «filha», «árabe» ou «enfermeiro».",
  detailLong: "Encurte este texto: 100 caracteres no máximo.",
  contact: "O e-mail ou o número de telemóvel dessa pessoa",
  contactHint: "O convite é enviado para aí.",
  contactInvalid:
    "Indique um e-mail completo, ou um número de telemóvel com o indicativo, por exemplo +352 621 123 456.",
  guestLanguage: "Língua do convite",
  optional: "facultativo",
  send: "Enviar o convite",
  invitedNotice: "O convite foi enviado.",
  withdrawnNotice: "O convite foi anulado: o link já não funciona.",
  alsoTold: "Avisamos também {name}.",
  withdraw: "Anular o convite",
  tooLate: "Já não é possível convidar ninguém para esta consulta.",
  stateInvited: "{name} foi convidado(a) e ainda não abriu o link.",
  stateOpened: "{name} foi convidado(a) e abriu o link.",
  stateWaiting: "{name} está à espera e pede para entrar.",
  stateAdmitted: "{name} pode participar na chamada.",
  stateLeft: "{name} saiu da chamada e pode voltar.",
  stateRefused: "{name} não foi admitido(a).",
  stateRemoved: "{name} foi retirado(a) da chamada.",
  admit: "Deixar entrar {name}",
  refuse: "Não deixar entrar",
  remove: "Fazer sair {name}",
  removeShort: "Fazer sair",
  invitationSubject: "Convite para uma teleconsulta",
  invitationIntro:
    "Está convidado(a) a participar numa teleconsulta com {doctor}, {day}, às {start}.",
  mailLink: "Abrir o convite",
  mailOnce:
    "O link só abre num único navegador: abra-o no aparelho com que vai participar. Poderá entrar a partir das {opens}.",
  mailNotYou:
    "Não sabe do que se trata? Ignore esta mensagem: sem o link, ninguém entra.",
  invitationSms:
    "eConsult: está convidado(a) para uma teleconsulta com {doctor}, {date}, {start}. Abra este link no aparelho que vai usar: {link}",
  movedSubject: "Teleconsulta mudada",
  movedIntro:
    "A teleconsulta com {doctor} para a qual está convidado(a) foi mudada. Estava prevista para {formerDay}, às {formerHour}. Realiza-se {day}, às {start}.",
  movedLink: "O link que já recebeu continua válido e leva ao mesmo lugar.",
  movedSms:
    "eConsult: a teleconsulta com {doctor} de {formerDate}, {formerHour}, foi mudada para {date}, {start}. O seu link: {link}",
  cancellationSubject: "Teleconsulta cancelada",
  cancellationIntro:
    "A teleconsulta com {doctor} para a qual estava convidado(a), {day}, às {start}, foi cancelada. Não precisa de fazer nada; o link do convite já não funciona.",
  cancellationSms:
    "eConsult: a teleconsulta com {doctor} para a qual foi convidado(a), {date}, {start}, foi cancelada. O link deixa de funcionar.",
  pageTitle: "O seu convite",
  openText: "{doctor} espera por si para uma teleconsulta, {day}, às {start}.",
  openOnce:
    "O convite só abre num único navegador. Continue aqui se participar com este aparelho.",
  open: "Continuar neste aparelho",
  usedTitle: "Este convite está aberto noutro lugar",
  usedText:
    "Foi aberto noutro navegador ou noutro aparelho. Continue aí, ou prima aí «Participar com outro aparelho». Caso contrário, peça um novo convite a quem o(a) convidou.",
  release: "Participar com outro aparelho",
  releasedTitle: "O seu convite pode ser aberto noutro lado",
  releasedText:
    "Abra o link do e-mail ou do SMS no navegador que quer usar. Aqui o convite já não está aberto.",
  staleTitle: "Este convite já não é válido",
  staleText:
    "Foi anulado, ou a consulta já passou. Pergunte a quem o(a) convidou.",
  browserText:
    "Prima «Participar com outro aparelho» e abra depois o link do convite no Chrome, no Edge ou no Safari.",
  opensAt: "Poderá pedir para entrar {day}, a partir das {time}.",
  askIn: "Pedir para entrar",
  prepareText:
    "Quando estiver pronto(a), peça para entrar. O médico decide quando entra.",
  waitTitle: "Está à espera",
  waitText:
    "{doctor} sabe que está aqui e vai deixá-lo(a) entrar. Deixe esta página aberta.",
  nobodyComes: "Ninguém o(a) deixa entrar?",
  admittedTitle: "{doctor} deixa-o(a) entrar",
  admittedText: "A chamada começa dentro de um instante.",
  refusedTitle: "Não participa nesta consulta",
  refusedText:
    "{doctor} prefere continuar sem outra pessoa. Obrigado pela sua disponibilidade.",
  removedTitle: "A sua participação terminou",
  removedText:
    "{doctor} continua a consulta sem outra pessoa. Obrigado pela sua ajuda.",
  leftTitle: "Saiu da chamada",
  leftText: "Pode pedir para voltar enquanto a consulta durar.",
  overTitle: "A consulta terminou",
  overText: "Obrigado por ter participado. Pode fechar esta página.",
  cancelledTitle: "A consulta foi cancelada",
  cancelledText:
    "Não se vai realizar. Não precisa de fazer nada e pode fechar esta página.",
  comeBack: "Pedir para voltar",
  pageCut: "A ligação foi interrompida. A página atualiza-se assim que voltar.",
  noScript:
    "A chamada de vídeo precisa de JavaScript. Ative-o no navegador, ou telefone-nos:",
  callTitle: "Consulta com {name}",
  patient: "Paciente",
  alone: "À espera de {name}…",
  endToEnd:
    "Imagem e som passam diretamente entre os dois, cifrados de ponta a ponta.",
  overBridge:
    "A três, ou quando a rede não permite uma ligação direta, imagem e som passam por um servidor da plataforma. São cifrados no caminho, mas não de ponta a ponta. Nada é gravado.",
};
