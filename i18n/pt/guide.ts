import type { guide as french } from "../fr/guide.ts";
import type { Translation } from "../mod.ts";

export const guide = {
  title: "Guia do paciente",
  intro:
    "Falar com um médico por vídeo em poucos passos: criar a conta, marcar consulta, entrar.",
  contents: "Nesta página",
  emergency:
    "Este serviço não serve para emergências. Em perigo de vida, ligue para o 112.",

  needTitle: "O que é preciso",
  needMatricule:
    "O seu número de matrícula: os 13 algarismos do seu cartão da Segurança Social.",
  needPhone:
    "O seu telemóvel: enviamos um código por SMS sempre que inicia sessão.",
  needEmail:
    "Um endereço de e-mail: para ativar a conta e receber as confirmações de consultas.",
  needDevice:
    "Um computador, um tablet ou um telemóvel com câmara e microfone. Não é preciso instalar nada.",
  needBrowser: "Uma versão atual do Chrome, Safari, Firefox ou Edge.",

  tipsTitle: "Para se verem e ouvirem bem",
  tipWindow: "Evite ter uma janela atrás de si.",
  tipLight: "Ilumine o rosto, por exemplo com um candeeiro à sua frente.",
  tipRoom: "Escolha uma sala calma onde ninguém incomode.",
  tipHeadset:
    "Se o computador for antigo ou se ouvir menos bem, use auscultadores com microfone.",
  tipConnection:
    "Use uma boa ligação Wi-Fi e feche os programas que usam a câmara.",

  accountTitle: "Criar a sua conta",
  account1: "Escolha a língua e abra a página de início de sessão.",
  account2:
    "Preencha a coluna «Criar conta» e clique em «Enviar». Verifique bem o e-mail e o número de telemóvel: é aí que recebe tudo.",
  account3: "Escreva o código recebido por SMS e clique em «Confirmar».",
  account4:
    "Abra o e-mail de ativação e clique no link. É válido durante 24 horas e só serve uma vez.",
  account5: "Escolha a palavra-passe e clique em «Validar».",
  accountLater:
    "Depois, inicie sempre sessão com o e-mail ou o número de matrícula, a palavra-passe e o novo código recebido por SMS.",

  bookTitle: "Marcar consulta",
  book1:
    "Procure um médico pelo nome, pela especialidade ou por uma língua que fale.",
  book2:
    "Abra a agenda do médico e escolha um horário livre. Se não tiver sessão iniciada, inicie-a: volta depois a este médico.",
  book3:
    "Verifique a consulta, assinale a caixa para aceitar as condições e clique em «Confirmar».",
  book4:
    "Se quiser, escreva os seus sintomas ou uma observação para o médico e clique em «Marcar».",
  book5:
    "Recebe um SMS e um e-mail com a data, a hora e o link para a sala de espera.",
  bookReminder:
    "Se marcou com antecedência, enviamos um lembrete na véspera e uma hora antes.",
  bookCancel:
    "Pode cancelar até à hora da consulta. Se uma emergência obrigar o médico a cancelar, é avisado de imediato por SMS e e-mail, com um link para escolher outra consulta.",
  bookLost:
    "Perdeu o link? Inicie sessão: as suas consultas estão na sua conta.",

  joinTitle: "No dia da teleconsulta",
  join1:
    "Abra o link do e-mail ou do SMS e inicie sessão. A sala de espera abre 10 minutos antes da hora da consulta.",
  join2:
    "Prepare o equipamento: escolha a câmara, o microfone e o altifalante, e teste o som.",
  join3:
    "Clique em «Começar a sua consulta». Vê-se a si próprio e espera: é o médico que liga.",
  join4:
    "Quando o médico liga, um botão verde toca e pisca. Carregue nele para atender.",
  join5:
    "Vê o médico em grande e a si em pequeno. No chat também podem escrever e enviar ficheiros: abra os que receber, para os guardar.",
  join6:
    "No fim, clique na cruz vermelha. A chamada nunca é cortada aos 10 minutos: é o médico e o paciente que decidem.",

  cameraTitle: "Autorizar a câmara e o microfone",
  troubleTitle: "Se algo não funcionar",
  troubleCode:
    "Sem SMS: espere um minuto, verifique se o telemóvel tem rede e clique em «Reenviar o código».",
  troubleMail:
    "Sem e-mail: veja na pasta de spam ou peça um novo link na página de início de sessão.",
  troubleCamera:
    "Sem imagem ou som: autorize a câmara e o microfone no navegador e feche outros programas de chamadas. A consulta é possível sem imagem.",
  troubleCut:
    "Chamada interrompida: a ligação restabelece-se sozinha. Se não, recarregue a página: volta à chamada.",
  troubleHelp: "Não consegue? O nosso helpdesk ajuda: {phone}.",
  searchLabel: "Procurar na ajuda",
  showAll: "Mostrar tudo",
  nothingFound: "Nada encontrado para «{query}».",
} as const satisfies Translation<typeof french>;
