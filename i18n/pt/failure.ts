import type { failure as french } from "../fr/failure.ts";
import type { Translation } from "../mod.ts";

export const failure = {
  notFoundTitle: "Página não encontrada",
  notFoundText:
    "Esta página não existe ou não é sua. Verifique o endereço ou volte à página inicial.",
  forbiddenTitle: "Sem acesso",
  forbiddenText:
    "A sua conta não permite abrir esta página. Se for engano, contacte o nosso helpdesk.",
  unavailableTitle: "Serviço indisponível de momento",
  unavailableText:
    "Não conseguimos contactar um dos nossos serviços. Nada do que marcou se perdeu. Tente novamente dentro de alguns minutos.",
  brokenTitle: "Ocorreu um erro",
  brokenText:
    "A culpa não é sua. Tente novamente; se o erro continuar, ligue para o nosso helpdesk e indique o número abaixo.",
  badRequestTitle: "Pedido incompleto",
  badRequestText:
    "Não compreendemos este pedido. Volte à página anterior e recomece.",
  tooManyTitle: "Demasiadas tentativas",
  tooManyText:
    "Tentou demasiadas vezes em pouco tempo. Aguarde alguns minutos e tente novamente.",
  conflictTitle: "Este passo já não é possível",
  conflictText:
    "A situação mudou entretanto. Abra as suas consultas para ver em que ponto está.",
  busyTitle: "Há muitas pessoas neste momento",
  busyText:
    "Tente de novo dentro de alguns segundos. As salas de espera e as consultas continuam.",
  requestNumber: "Número do pedido: {id}",
  tryAgain: "Tentar novamente",
  toHome: "Ir para a página inicial",
} satisfies Translation<typeof french>;
