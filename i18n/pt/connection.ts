import type { Translation } from "../mod.ts";
import type { connection as french } from "../fr/connection.ts";

/** The line and the equipment of a call: telephone instead, checks, notifications, what is wrong in the call. */
export const connection = {
  telephoneInstead: "Receber uma chamada telefónica",
  telephoneSentence:
    "O médico verá o número da sua conta, apenas para esta consulta.",
  telephoneAskedTitle: "{doctor} vai telefonar-lhe",
  telephoneAskedText: "Para o {phone}. Mantenha o telefone por perto.",
  byTelephoneTitle: "A sua consulta decorre por telefone",
  byTelephoneText:
    "{doctor} está a falar consigo ao telefone. Também podem escrever aqui.",
  telephoneWanted: "{name} pede uma chamada telefónica:",
  telephoneNote: "Estamos a falar por telefone",
  telephoneNoteText: "Registe quando atenderem: a consulta começa.",
  telephoneWith: "Por telefone com {name}",
  backToVideo: "Continuar por vídeo",
  heldByTelephone: "Esta consulta decorreu por telefone.",
  browserTitle: "Este navegador não permite a videochamada",
  browserText: "Abra esta página no Chrome, no Edge ou no Safari.",
  browserTelephone: "Não tem outro navegador? O médico pode telefonar-lhe.",
  networkTitle: "A sua ligação",
  networkStart: "Verificar a minha ligação",
  networkAgain: "Verificar outra vez",
  networkRunning: "A verificar a ligação, alguns segundos…",
  networkGood: "Boa ligação",
  networkGoodText: "A imagem e o som vão chegar bem.",
  networkFair: "Ligação média",
  networkFairText: "A chamada vai funcionar. A imagem pode parar por momentos.",
  networkPoor: "Ligação fraca",
  networkPoorText: "A chamada pode ser interrompida.",
  networkBlocked: "Esta rede bloqueia a videochamada",
  networkBlockedText:
    "Algumas redes de empresas ou hotéis fazem isso. Experimente outra rede, por exemplo a do seu telemóvel.",
  networkOffline: "Sem ligação à Internet",
  networkOfflineText:
    "Veja se o Wi-Fi ou os dados móveis estão ligados e se o modo de avião está desligado. Caso contrário, reinicie o router ou experimente outra rede e verifique de novo.",
  adviceWindow: "Aproxime-se do router, ou da janela se usar um telemóvel.",
  adviceCable: "Um cabo é melhor do que o Wi-Fi.",
  adviceOthers:
    "Feche o que descarrega ou mostra vídeos, também nos seus outros aparelhos.",
  adviceTelephone: "Se não bastar, o médico pode telefonar-lhe.",
  networkFacts: "Resposta em {ms} ms, receção {down} Mbit/s, envio {up} Mbit/s",
  tryEquipment: "Testar o meu equipamento",
  tryTitle: "Teste o seu equipamento",
  tryText:
    "Menos de um minuto: câmara, microfone, altifalante e ligação. Mais ninguém o vê nem ouve.",
  tryScript: "Este teste precisa de JavaScript. Ative-o no seu navegador.",
  heardQuestion: "Ouviu o som?",
  heardYes: "Sim, ouvi",
  heardNo: "Não",
  heardGood: "O seu altifalante funciona.",
  heardAdvice:
    "Aumente o volume ou escolha outro altifalante e teste outra vez.",
  headphonesAdvice:
    "O seu microfone ouve o altifalante: com auscultadores, ninguém ouvirá eco.",
  pushSentence:
    "Vai fechar a página ou bloquear o telefone? Este aparelho pode avisá-lo quando o médico ligar.",
  pushTurnOn: "Avisar-me da chamada",
  pushOn: "Este aparelho vai avisá-lo da chamada, mesmo com a página fechada.",
  pushRefused: "O seu navegador não o permite. Deixe esta página aberta.",
  pushCall: "O seu médico está a ligar.",
  hearNothing:
    "Não sai som do seu microfone. Veja se um botão o desliga, ou escolha outro nas definições.",
  audioOnlyOffer: "A ligação é má. Sem imagem, o som chegará melhor.",
  audioOnlyTurnOn: "Continuar sem imagem",
  audioOnlyOn: "Sem imagem, para que o som chegue.",
  audioOnlyBack: "Voltar a ligar a imagem",
  blur: "Desfocar o fundo",
  blurText: "Calculado no seu aparelho, que assim trabalha mais.",
  noise: "Reduzir os ruídos à minha volta",
  noiseText: "Calculado no seu aparelho. Desligue se a sua voz ficar abafada.",
  effectNews: "{effect}: {state}",
  effectStarting: "um momento…",
  effectSlow: "desligado, o seu aparelho é demasiado lento para isso.",
  effectFailed: "não funciona neste aparelho.",
  telephoneNumber: "O número de {name}:",
  telephoneWithdraw: "Afinal, consigo por vídeo",
  telephoneWithdrawText: "O médico deixa então de ver o seu número.",
  videoAgain: "{doctor} continua por vídeo",
  mustPress:
    "A página de {name} está aberta: falta carregar em «Voltar à chamada». Até lá, a câmara e o microfone ficam desligados.",
  pageClosed: "{name} fechou a página.",
  pageClosedTold:
    "{name} fechou a página. Avisamos {channels}, com a ligação para voltar.",
  nobodyReturns: "Se ninguém voltar, termine de novo a consulta.",
  channelAnd: "e",
  channelSms: "por SMS",
  channelPush: "por notificação",
  channelEmail: "por e-mail",
  pushReopened: "O seu médico está de novo à sua espera.",
} as const satisfies Translation<typeof french>;
