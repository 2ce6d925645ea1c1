import type { Translation } from "../mod.ts";
import type { attachments as french } from "../fr/attachments.ts";

export const attachments = {
  attach: "Datei anhängen",
  photo: "Foto aufnehmen",
  drop: "Legen Sie Ihre Dateien hier ab",
  uploading: "wird gesendet… {percent} %",
  checking: "wird geprüft…",
  cancel: "Senden von {name} abbrechen",
  retry: "{name} noch einmal senden",
  failed:
    "Die Datei wurde nicht gesendet. Sobald die Verbindung zurück ist, geht es weiter.",
  unopened: "noch nicht geöffnet",
  opened: "in Ihrem Konto aufbewahrt",
  sentOpened: "geöffnet",
  heldBack: "wird geprüft",
  refused: "abgelehnt: Darin wurde ein Virus gefunden",
  gone: "in der Videosprechstunde nicht geöffnet, nicht mehr verfügbar",
  inOtherTab: "öffnet sich in einem anderen Tab",
  toOpen_one: "{count} Datei zu öffnen",
  toOpen_other: "{count} Dateien zu öffnen",
  toOpenText:
    "Öffnen Sie sie, um sie in Ihrem Konto zu behalten. Was nicht geöffnet wird, verschwindet 5 Minuten nach dem Ende der Videosprechstunde.",
  openAll: "Alle öffnen und behalten",
  keptTitle: "Dateien",
  keptText: "Sie bleiben in Ihrem Konto, unter Nachrichten.",
  endTitle: "Einige Dateien sind noch nicht geöffnet",
  endAnyway: "Ohne Öffnen beenden",
  leaveAnyway: "Ohne Öffnen verlassen",
  stay: "In der Sprechstunde bleiben",
  theirs_one: "{name} hat {count} Datei noch nicht geöffnet.",
  theirs_other: "{name} hat {count} Dateien noch nicht geöffnet.",
  fileLabel: "Datei: {name}",
  formHint:
    "PDF, JPEG, PNG oder Word (DOCX), höchstens 20 MB. Ort und Uhrzeit werden aus Fotos entfernt.",
  empty:
    "Die Datei ist leer. Prüfen Sie sie und wählen Sie sie dann noch einmal.",
  sendingTitle: "Dateien werden gesendet",
  sendingText: "Lassen Sie diese Seite offen, bis alles gesendet ist.",
} satisfies Translation<typeof french>;
