import type { legal as french } from "../fr/legal.ts";
import type { Translation } from "../mod.ts";

export const legal = {
  privacyTitle: "Proteção de dados",
  privacyIntro:
    "Os seus dados de saúde são confidenciais. Eis o que guardamos, porquê e quem os pode ver.",
  whatTitle: "O que guardamos",
  whatIdentity:
    "A sua identidade e os seus contactos: nome, número de matrícula, morada, e-mail, telemóvel, língua.",
  whatAppointments:
    "As suas consultas, com os sintomas ou observações que escreve para o médico.",
  whatMessages: "As mensagens trocadas com os seus médicos.",
  whatLog: "Um registo que indica quando outra pessoa abriu o seu processo.",
  whatVideo:
    "A imagem e o som da teleconsulta não são gravados. São cifrados e passam diretamente de um dispositivo para o outro quando a rede o permite, ou então por um servidor intermediário. Quando participa uma terceira pessoa, passam por um servidor da plataforma: cifrados no caminho, mas não de ponta a ponta.",
  whyTitle: "Porquê",
  whyText:
    "Apenas para as suas teleconsultas: identificar a pessoa, organizar as consultas, pô-la em contacto com o médico e avisá-la. Não há publicidade, nem medição de audiência, nem venda de dados.",
  whoTitle: "Quem os pode ver",
  whoYou:
    "A própria pessoa, depois da palavra-passe e do código recebido por SMS.",
  whoDoctor:
    "Os médicos com quem marcou consulta, no que lhes diz respeito. Cada leitura do seu processo fica registada.",
  whoAdmin:
    "Os administradores do serviço, quando é necessário para ajudar ou para reparar uma avaria.",
  whoSuppliers:
    "Prestadores técnicos, apenas para a sua tarefa: alojamento da base de dados, envio de SMS, envio de e-mails, ligação de vídeo. Os SMS e os e-mails não contêm sintomas nem diagnósticos.",
  longTitle: "Durante quanto tempo",
  longDraft:
    "Uma inscrição sem código SMS confirmado é apagada ao fim de um dia; um formulário interrompido, ao fim de uma hora.",
  longRecord:
    "A conta e as consultas são guardadas enquanto a conta existir e, depois, durante o tempo que a lei exige para os processos clínicos.",
  cookiesTitle: "Cookies",
  cookiesText:
    "Usamos apenas os cookies necessários: para a sua sessão, para a língua escolhida e para saber em que ponto está numa inscrição ou num formulário interrompido. Nenhum serve para seguir a pessoa.",
  rightsTitle: "Os seus direitos",
  rightsText:
    "Pode pedir para ver os seus dados, para os corrigir, para os receber num formato legível por máquina, para os apagar ou para limitar o seu uso, na medida em que a lei sobre os processos clínicos o permita. Escreva ao nosso helpdesk: {email}.",
  rightsAccount:
    "Na página da sua conta, pode transferir os seus dados e pedir o apagamento da conta.",
  rightsComplaint:
    "Também se pode dirigir à Comissão Nacional para a Proteção de Dados (CNPD), no Luxemburgo.",

  accessTitle: "Acessibilidade",
  accessIntro:
    "Todas as pessoas devem poder consultar um médico. Construímos este serviço segundo as regras WCAG 2.2, nível AA.",
  accessDoneTitle: "O que está feito",
  accessKeyboard: "Tudo se usa com o teclado, com o foco sempre visível.",
  accessReader:
    "As páginas estão estruturadas para leitores de ecrã e as mudanças importantes são anunciadas.",
  accessColour:
    "Os contrastes são suficientes, em claro e em escuro; a cor nunca diz nada sozinha.",
  accessZoom:
    "O texto pode ser aumentado e as páginas adaptam-se a ecrãs pequenos sem deslocação lateral.",
  accessMotion: "As animações param se o seu dispositivo o pedir.",
  accessSignIn:
    "Para iniciar sessão não há enigmas a resolver nem caracteres a decorar: pode colar a palavra-passe e o código e usar um gestor de palavras-passe.",
  accessNoScript:
    "Encontrar um médico, inscrever-se, iniciar sessão e marcar consulta é possível sem JavaScript. A chamada de vídeo precisa dele.",
  accessLimitsTitle: "O que falta fazer",
  accessLimitsText:
    "Verificamos as páginas com ferramentas automáticas e à mão. Ainda não houve uma auditoria independente com pessoas com deficiência. A chamada de vídeo não tem legendas nem intérprete de língua gestual.",
  accessHelpTitle: "Um obstáculo?",
  accessHelpText:
    "Diga-o ao nosso helpdesk, pelo telefone {phone} ou por e-mail para {email}. Ajudamos de imediato, por exemplo a marcar consulta, e corrigimos a página.",

  termsTitle: "Condições de utilização",
  termsIntro:
    "Ao marcar uma consulta, aceita estas condições. São curtas: leia-as, por favor.",
  termsEmergencyTitle: "Não serve para emergências",
  termsEmergencyText:
    "Não use este serviço em perigo de vida: ligue para o 112.",
  termsLimitsTitle: "Uma consulta à distância",
  termsLimitsText:
    "O médico não pode examinar o paciente como no consultório. Decide se uma teleconsulta chega; caso contrário, pede ao paciente que venha ou encaminha-o para outro serviço.",
  termsAccountTitle: "A sua conta",
  termsAccountText:
    "A conta é pessoal. Dê informações corretas, guarde a palavra-passe e os códigos para si e avise o helpdesk se achar que outra pessoa a usou.",
  termsAppointmentTitle: "As suas consultas",
  termsAppointmentText:
    "Esteja na sala de espera à hora marcada. Se não puder vir, cancele o mais cedo possível, para que outro paciente possa ficar com o horário. O médico pode atrasar-se ou ter de cancelar por causa de uma emergência.",
  termsFeeTitle: "Honorários",
  termsFeeText:
    "A plataforma é gratuita para os pacientes. O médico fatura a consulta segundo as regras que se lhe aplicam.",
  termsRecordingTitle: "Sem gravação",
  termsRecordingText:
    "A consulta é confidencial. Nem o paciente nem o médico a gravam, e ninguém assiste sem que o outro saiba.",
  termsServiceTitle: "O serviço",
  termsServiceText:
    "Fazemos tudo para que o serviço funcione, mas uma rede ou um dispositivo pode sempre falhar. Se a chamada não for possível, contacte o consultório do médico ou o nosso helpdesk.",
} as const satisfies Translation<typeof french>;
