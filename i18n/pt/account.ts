import type { account as french } from "../fr/account.ts";
import type { Translation } from "../mod.ts";

export const account = {
  signInPageTitle: "Iniciar sessão",
  signInIntro: "Com a conta que ativou.",
  identifier: "E-mail ou número de matrícula",
  password: "Palavra-passe",
  passwordForgotten: "Esqueceu-se da palavra-passe?",
  thenCode: "Enviaremos depois um código por SMS.",
  activationLost: "Não recebeu o e-mail de ativação?",
  signedOut: "A sua sessão foi terminada.",
  endedByCodes:
    "Cinco códigos errados: por segurança, o início de sessão foi interrompido. Inicie sessão novamente.",
  signInAgain: "A sua sessão expirou. Inicie sessão novamente.",

  signUpIntro:
    "É a primeira vez? Tenha à mão o seu número de matrícula e o seu telemóvel.",
  identityLegend: "A sua identidade",
  contactLegend: "Os seus contactos",
  addressLegend: "A sua morada",
  matricule: "Número de matrícula",
  matriculeHint: "O seu número de 13 algarismos da Segurança Social.",
  firstName: "Nome próprio",
  firstNameHint: "Só tem um nome? Deixe este campo vazio.",
  lastName: "Apelido",
  email: "Endereço de e-mail",
  emailHint: "Para ativar a conta e receber as confirmações de consultas.",
  phone: "Telemóvel",
  phoneHint:
    "Receberá um código neste número sempre que iniciar sessão. Um número estrangeiro começa por + e pelo indicativo do país.",
  addressHint: "Para que o laboratório possa encontrar a sua morada.",
  dependantsTitle: "Age por",
  dependantsText:
    "Marca consultas para estas pessoas e vê as consultas, as mensagens e os documentos delas. O nosso helpdesk acrescenta ou retira uma pessoa.",
  bornOn: "Data de nascimento: {date}",
  pharmacy: "Farmácia",
  laboratory: "Laboratório",
  relationParent: "É mãe ou pai",
  relationChild: "É filha ou filho",
  relationPartner: "É parceira ou parceiro",
  relationGuardian: "É tutora ou tutor",
  relationTrustedPerson: "É pessoa de confiança",
  street: "Número e rua",
  postalCode: "Código postal",
  city: "Localidade",
  country: "País",
  privacyNote:
    "Estes dados servem apenas para as suas teleconsultas. Saiba mais:",
  and: "e",
  terms: "Condições de utilização",

  identifierMissing:
    "Escreva o seu endereço de e-mail ou o seu número de matrícula.",
  passwordMissing: "Escreva a sua palavra-passe.",
  wrongCredentials:
    "O endereço de e-mail, o número de matrícula ou a palavra-passe não está correto. Verifique-os e tente novamente.",
  deactivated:
    "Esta conta está desativada. Contacte o nosso helpdesk para a reativar.",
  tooManyAttempts:
    "Demasiadas tentativas. Espere quinze minutos e tente novamente.",
  tooManySignUps: "Demasiadas inscrições. Espere uma hora e tente novamente.",
  smsFailed:
    "Não foi possível enviar o SMS. Tudo o que escreveu continua aqui: tente novamente daqui a pouco.",
  unavailable:
    "Um dos nossos serviços não responde. Tudo o que escreveu continua aqui: tente novamente daqui a pouco.",

  matriculeMissing: "Escreva o seu número de matrícula.",
  matriculeLength:
    "O número de matrícula tem 13 algarismos. Conte os algarismos no seu cartão da Segurança Social.",
  matriculeDate:
    "Os 8 primeiros algarismos do número de matrícula são a sua data de nascimento (ano, mês, dia). Esta data não existe: verifique-a.",
  matriculeFuture:
    "Os 8 primeiros algarismos do número de matrícula são a sua data de nascimento. Esta data está no futuro: verifique-a.",
  matriculeLuhn:
    "Este número de matrícula tem um erro: o penúltimo algarismo não corresponde aos outros. Copie os 13 algarismos do seu cartão.",
  matriculeVerhoeff:
    "Este número de matrícula tem um erro: o último algarismo não corresponde aos outros. Copie os 13 algarismos do seu cartão.",
  lastNameMissing: "Escreva o seu apelido.",
  nameWrong:
    "Um nome não é um endereço: não use «/», «@» nem «:», e deixe um espaço depois de um ponto.",
  emailMissing: "Escreva o seu endereço de e-mail.",
  emailWrong:
    "Este endereço de e-mail não está completo. Escreve-se como nome@exemplo.lu.",
  emailAccents:
    "Não podemos escrever para um endereço com letras acentuadas antes de “@”. Indique outro endereço.",
  phoneMissing: "Escreva o seu número de telemóvel.",
  phoneWrong:
    "Este número de telefone não existe. Verifique-o; um número estrangeiro começa por + e pelo indicativo do país.",
  phoneNotMobile:
    "Este número não é de telemóvel. Escreva um número que receba SMS.",
  streetMissing: "Escreva o número e a rua.",
  postalCodeMissing: "Escreva o código postal.",
  cityMissing: "Escreva a localidade.",
  countryMissing: "Escolha um país da lista.",
  tooLong: "É demasiado longo. Abrevie, por favor.",

  codeSms:
    "eConsult: o seu código é {code}. É válido durante 10 minutos. Guarde-o para si.",
  codeTitle: "Confirmação",
  codeSentTo: "Enviámos um código por SMS para {phone}.",
  codeNotSentYet: "O código ainda não foi enviado. Peça-o com o botão abaixo.",
  codeLabel: "Código recebido por SMS",
  codeHint: "6 algarismos",
  codeFormat: "O código tem 6 algarismos. Verifique o SMS.",
  codeWrongOne: "Este código não está correto. Resta-lhe {n} tentativa.",
  codeWrongOther: "Este código não está correto. Restam-lhe {n} tentativas.",
  codeExpired: "Este código expirou. Peça um novo código.",
  codeMoved:
    "A sua ligação à Internet mudou desde o envio do código. Peça um novo código.",
  codeSmsFailed:
    "Não foi possível enviar o SMS. Peça um novo código daqui a pouco.",
  codeTooSoon:
    "Acabámos de enviar um código. Espere 30 segundos antes de pedir outro.",
  codeSentAgain: "Foi enviado um novo código. O anterior já não é válido.",
  resend: "Reenviar o código",
  resendIn: "Novo envio possível dentro de {seconds} s",
  resendNow: "Já pode pedir um novo código.",
  codeHelp: "Não recebeu o SMS? Verifique se o telemóvel tem rede.",
  wrongNumber: "Não é o seu número? Feche esta janela e corrija o número.",
  numberLost: "Já não tem este número? O nosso helpdesk regista outro.",
  signUpOver:
    "Cinco códigos errados: esta inscrição terminou. Envie novamente o formulário para receber um novo código.",
  signUpLost: "Esta inscrição expirou. Preencha novamente o formulário.",

  createdTitle: "A sua conta foi criada",
  createdText: "Falta um passo: ative-a com o link que enviámos para {email}.",
  createdNext:
    "O link é válido durante 24 horas. Se não receber o e-mail dentro de alguns minutos, veja na pasta de spam.",
  newLink: "Receber um novo link",
  toSignIn: "Ir para o início de sessão",
  stepForm: "Os seus dados",
  stepCode: "Código SMS",
  stepActivation: "Ativação",

  accountReady: "A sua conta está pronta",
  accountReadyNext:
    "Para a abrir, introduza o código recebido por SMS; depois pode escolher um médico.",
  accountReadyBooking:
    "Para a abrir, introduza o código recebido por SMS; depois continua a sua marcação.",
  activationTitle: "Ativação da sua conta",
  activationText: "Escolha uma palavra-passe para a sua conta.",
  newPassword: "Nova palavra-passe",
  repeatPassword: "Confirmação da palavra-passe",
  passwordRange: "A palavra-passe deve ter entre {min} e {max} caracteres.",
  passwordAdvice:
    "Algumas palavras seguidas são fáceis de lembrar e difíceis de adivinhar. Memorize-a: será pedida sempre que iniciar sessão.",
  validate: "Validar",
  strength: "Força da palavra-passe",
  strengthWeak: "fraca",
  strengthFair: "média",
  strengthGood: "boa",
  strengthStrong: "muito boa",
  newPasswordMissing: "Escolha uma palavra-passe.",
  passwordShort:
    "Esta palavra-passe é demasiado curta: no mínimo {min} caracteres.",
  passwordLong:
    "Esta palavra-passe é demasiado longa: no máximo {max} caracteres; as letras com acento contam a dobrar.",
  passwordsDiffer:
    "As duas palavras-passe não são iguais. Escreva-as novamente.",
  passwordKnown:
    "Esta palavra-passe é demasiado fácil de adivinhar. Escolha outra.",
  passwordSame: "Esta já é a sua palavra-passe. Escolha outra.",

  activationFor: "Conta de {name}, telemóvel {phone}.",
  refusalTitle: "Não foi você?",
  refusalText:
    "Alguém se inscreveu em nome de {name} com o seu endereço de e-mail. Anule esta inscrição: o link do e-mail deixa de servir.",
  refusalConfirm: "Anular esta inscrição",
  refusedTitle: "A inscrição foi anulada",
  refusedText: "Já ninguém a pode usar. Não tem mais nada a fazer.",
  notMe: "Não fui eu",
  cookiesBlocked:
    "O seu navegador recusa cookies. Sem eles não é possível iniciar sessão: autorize-os para este site e tente de novo. Ainda nada foi enviado.",
  smsCeiling:
    "Hoje já não podemos enviar SMS para este país. Tente amanhã ou ligue para o nosso helpdesk.",
  smsStopped:
    "Este telefone recusou os nossos SMS (resposta STOP). Envie START para o mesmo número ou ligue para o nosso helpdesk.",
  smsRegion:
    "Não podemos enviar SMS para este país. Indique outro número ou ligue para o nosso helpdesk.",
  smsBlocked:
    "O operador deste número recusa os nossos SMS. Indique outro número ou ligue para o nosso helpdesk.",
  smsNumberRefused:
    "O seu número não recebe SMS. Tentar de novo não muda nada: ligue para o nosso helpdesk, que regista outro número.",
  emailCameBack:
    "Não foi possível entregar o e-mail a {email}. Verifique o endereço e inscreva-se de novo, ou ligue para o nosso helpdesk.",

  staleTitle: "Este link já não é válido",
  staleText:
    "Um link só serve uma vez e expira após 24 horas. Se já escolheu a sua palavra-passe, inicie sessão. Caso contrário, peça um novo link.",
  linkTitle: "Receber um novo link de ativação",
  linkText: "Escreva o endereço de e-mail da sua inscrição.",
  linkSend: "Enviar o link",
  linkSentTitle: "Veja os seus e-mails",
  linkSentText:
    "Se existir uma conta para {email}, acabámos de enviar um e-mail. Chega dentro de alguns minutos; veja também na pasta de spam.",

  forgottenTitle: "Palavra-passe esquecida",
  forgottenText:
    "Escreva o endereço de e-mail da sua conta. Enviaremos um link para escolher uma nova palavra-passe.",
  resetTitle: "Escolher uma nova palavra-passe",
  resetText:
    "Para termos a certeza de que é a própria pessoa, enviamos primeiro um código por SMS para o seu número registado.",
  resetSend: "Enviar o código",
  passwordSaved: "A sua nova palavra-passe está guardada.",
  otherSessionsEnded: "A sessão foi terminada nos seus outros dispositivos.",

  signOutTitle: "Terminar a sessão?",
  signOutText: "Iniciou sessão como {name}.",
  profileText: "Os seus dados, a sua língua e as suas sessões.",
  identityTitle: "Identidade",
  identityText: "Para corrigir o resto, contacte o nosso helpdesk.",
  emailChange: "Mudar o endereço de e-mail",
  phoneChange: "Mudar o número de telemóvel",
  emailNow: "O seu endereço atual: {email}.",
  phoneNow: "O seu número atual: {phone}.",
  emailNew: "Novo endereço de e-mail",
  phoneNew: "Novo número de telemóvel",
  emailChangeText:
    "Enviamos um link para o novo endereço. Nada muda antes de o confirmar. Depois, a sessão é terminada em todos os seus dispositivos, incluindo este, e inicia sessão com o novo endereço.",
  phoneChangeText:
    "Enviamos um código por SMS para o novo número. Nada muda antes de o escrever. Depois, a sessão é terminada em todos os seus dispositivos, incluindo este, e inicia sessão com um código enviado para o novo número.",
  passwordAgain: "A da sua conta, para termos a certeza de que é você.",
  passwordWrong:
    "Esta palavra-passe não está correta. Verifique-a e tente novamente.",
  emailSame: "Este já é o seu endereço. Escreva outro.",
  phoneSame: "Este já é o seu número. Escreva outro.",
  tooManyChanges: "Demasiados pedidos. Espere uma hora e tente novamente.",
  emailChangeSent:
    "Escrevemos para {email}. Abra esse e-mail e confirme o endereço dentro de 24 horas; até lá, nada muda. Veja também na pasta de spam.",
  phoneChangeOver:
    "Esta alteração terminou, após cinco códigos errados ou uma hora de espera. O seu número continua o mesmo. Envie novamente o formulário para receber um novo código.",
  phoneChanged:
    "O seu novo número está guardado e a sessão foi terminada em todos os seus dispositivos. Inicie sessão de novo: o código chega ao novo número.",
  emailChanged:
    "O seu novo endereço de e-mail está guardado e a sessão foi terminada em todos os seus dispositivos. Inicie sessão de novo, com o novo endereço.",
  emailConfirmTitle: "Confirmar o seu endereço de e-mail",
  emailConfirmText:
    "{email} passa a ser o endereço da sua conta. A sessão é terminada em todos os seus dispositivos, e inicia sessão com este endereço.",
  emailConfirmNotYou: "Não pediu nada? Feche esta página: nada muda.",
  emailConfirm: "Confirmar este endereço",
  emailConfirmedTitle: "O seu endereço de e-mail foi alterado",
  emailConfirmedText:
    "{email} é agora o endereço da sua conta. A sessão foi terminada em todos os seus dispositivos.",
  emailLinkStale:
    "Um link expira após 24 horas, e um pedido mais recente substitui-o. O seu endereço continua o mesmo: peça um novo link na sua conta.",
  emailWaitingTitle: "Alteração de endereço em espera",
  emailWaiting:
    "{email} espera a sua confirmação. Abra o link do e-mail antes de {day}, {time}; até lá, nada muda.",
  emailResend: "Reenviar o e-mail",
  emailWithdraw: "Anular esta alteração",
  emailSentAgain: "Reenviámos o e-mail. Veja também no correio não solicitado.",
  emailWithdrawn:
    "A alteração de endereço foi anulada. O link do e-mail já não abre nada.",
  emailNotAsked:
    "Não pediu nada? Anule esta alteração e escolha uma nova palavra-passe.",
  addressTitle: "Morada",
  addressSaved: "A sua morada está guardada.",
  languageTitle: "Língua",
  languageText: "A língua das páginas, dos SMS e dos e-mails.",
  languageSaved: "A sua língua está guardada.",
  sessionsTitle: "Sessões",
  sessionsText:
    "Perdeu o telemóvel ou usou um computador partilhado? Termine a sessão em todos os seus dispositivos, incluindo este.",
  signOutEverywhere: "Terminar todas as sessões",
  name: "Nome",
} as const satisfies Translation<typeof french>;
