import type { accountData as french } from "../fr/account_data.ts";
import type { Translation } from "../mod.ts";

export const accountData = {
  exportTitle: "Os seus dados",
  exportText:
    "Um ficheiro ZIP com tudo o que a sua conta contém, para si e para as pessoas por quem age: uma página para ler, os mesmos dados para um programa (JSON), os documentos e os ficheiros.",
  exportWarning:
    "Contém dados de saúde: não o deixe num computador partilhado.",
  exportButton: "Transferir os meus dados",
  erasureLink: "Pedir o apagamento da minha conta",
  erasureTitle: "Apagamento da sua conta",
  erasureLead:
    "Examinamos cada pedido e respondemos-lhe por e-mail. Eis o que acontece se for aceite.",
  erasureFirstTitle: "Primeiro",
  erasureAppointments:
    "As consultas marcadas são canceladas: as suas e as das pessoas por quem só o titular desta conta age. Se mais alguém agir pelo paciente, mantêm-se.",
  erasureGoneTitle: "O que é apagado",
  erasureGoneAccess:
    "O seu endereço de e-mail, o seu número de telemóvel e a sua palavra-passe: ninguém pode voltar a entrar nesta conta.",
  erasureGoneAddress:
    "A sua morada, a sua farmácia e o seu laboratório, exceto se mais alguém agir por si.",
  erasureGoneRest:
    "Os seus formulários não enviados, as suas definições, as suas opiniões depois de uma consulta e os ficheiros que enviou durante uma consulta e que ninguém abriu.",
  erasureKeptTitle: "O que temos de guardar",
  erasureKept:
    "O seu processo clínico: a sua identidade, as suas consultas, as mensagens trocadas com os seus médicos, os seus documentos e o registo de acessos. Somos obrigados a guardá-lo durante o tempo que a lei exige para os processos clínicos. Os médicos que o trataram têm acesso como antes.",
  erasureOthers:
    "Se outra pessoa agir por si, mantém o acesso ao seu processo. As pessoas por quem age mantêm o delas; deixará de ter acesso a ele.",
  erasureBefore:
    "Transfira os seus dados na página da sua conta: depois já não será possível. Pode retirar o seu pedido enquanto não tivermos respondido; um apagamento não pode ser anulado.",
  erasureConfirm:
    "Compreendi: a minha conta será encerrada e deixarei de poder entrar nela.",
  erasureConfirmError: "Assinale a caixa para confirmar o seu pedido.",
  erasureSend: "Pedir o apagamento",
  erasureOpenTitle: "Apagamento pedido",
  erasureOpen:
    "Pediu o apagamento da sua conta em {date}. Responderemos por e-mail. Até lá, a sua conta funciona como antes.",
  erasureWithdraw: "Retirar o meu pedido",
  erasureSaved:
    "O seu pedido de apagamento está registado. Um e-mail confirma-o.",
  erasureWithdrawn:
    "O seu pedido de apagamento foi retirado. A sua conta continua aberta.",
  archiveTitle: "Os seus dados eConsult",
  archiveMade: "Situação em {date}. As horas são as do Luxemburgo.",
  archiveJson: "Os mesmos dados com todos os pormenores, para um programa:",
  archiveMissingTitle: "Ficheiros em falta",
  archiveMissing:
    "Não foi possível ler estes ficheiros. Transfira os seus dados novamente mais tarde; se continuarem em falta, ligue para o nosso helpdesk.",
  archiveIsMissing: "em falta",
  archiveAppointments: "Consultas",
  archiveMessages: "Mensagens com {doctor}",
  archiveLog: "Quem leu ou alterou este processo",
  archiveRead: "leitura",
  archiveChanged: "alteração",
  archiveNotifications: "SMS e e-mails que enviámos",
  archiveNothing: "Nada.",
  archiveYou: "O próprio",
  archiveGuardian: "Outra pessoa que age por este paciente",
  archiveAdmin: "A administração",
  archiveSystem: "O eConsult, automaticamente",
} as const satisfies Translation<typeof french>;
