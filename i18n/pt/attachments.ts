import type { Translation } from "../mod.ts";
import type { attachments as french } from "../fr/attachments.ts";

export const attachments = {
  attach: "Anexar um ficheiro",
  photo: "Tirar uma fotografia",
  drop: "Largue aqui os seus ficheiros",
  uploading: "a enviar… {percent}%",
  checking: "a verificar…",
  cancel: "Cancelar o envio de {name}",
  retry: "Enviar {name} novamente",
  failed:
    "O ficheiro não foi enviado. O envio continua assim que a ligação voltar.",
  unopened: "ainda não aberto",
  opened: "guardado na sua conta",
  sentOpened: "aberto",
  heldBack: "em verificação",
  refused: "recusado: foi encontrado um vírus",
  gone: "não aberto durante a consulta, já não está disponível",
  inOtherTab: "abre noutro separador",
  toOpen_one: "{count} ficheiro por abrir",
  toOpen_other: "{count} ficheiros por abrir",
  toOpenText:
    "Abra-os para os guardar na sua conta. O que não for aberto desaparece 5 minutos depois do fim da consulta.",
  openAll: "Abrir e guardar todos",
  keptTitle: "Ficheiros",
  keptText: "Ficam na sua conta, em Mensagens.",
  endTitle: "Há ficheiros ainda por abrir",
  endAnyway: "Terminar sem abrir",
  leaveAnyway: "Sair sem abrir",
  stay: "Ficar na chamada",
  theirs_one: "{name} ainda não abriu {count} ficheiro.",
  theirs_other: "{name} ainda não abriu {count} ficheiros.",
  fileLabel: "Ficheiro: {name}",
  formHint:
    "PDF, JPEG, PNG ou Word (DOCX), no máximo 20 MB. O local e a hora são retirados das fotografias.",
  empty: "O ficheiro está vazio. Verifique-o e escolha-o outra vez.",
  sendingTitle: "Ficheiros a ser enviados",
  sendingText: "Mantenha esta página aberta até tudo estar enviado.",
} satisfies Translation<typeof french>;
