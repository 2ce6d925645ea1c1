import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { exists, needPrograms } from "./debian.ts";

/** What reads PDFs and ZIPs beside our own code: Debian's poppler-utils, qpdf and unzip. */
const programs = [
  "pdftotext",
  "pdfsig",
  "pdftoppm",
  "pdfdetach",
  "qpdf",
  "unzip",
];

function findPdfTools(): void {
  const missing = programs.filter((name) =>
    !["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].some((folder) =>
      exists(`${folder}/${name}`)
    )
  );
  if (missing.length === 0) return;
  throw new Error(
    `Missing: ${missing.join(", ")}. Install poppler-utils, qpdf and unzip.`,
  );
}

/** Installs poppler-utils, qpdf and unzip where they are missing and we may. */
export async function needPdfTools(): Promise<void> {
  await needPrograms(findPdfTools, "poppler-utils", "qpdf", "unzip");
}

/** What a program prints of a PDF, whether it fails or not. */
async function tell(
  program: string,
  args: readonly string[],
  pdf: Uint8Array,
): Promise<string> {
  const file = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(file, pdf);
    const { stdout, stderr } = await new Deno.Command(program, {
      args: args.map((arg) => arg === "FILE" ? file : arg),
      stdout: "piped",
      stderr: "piped",
    }).output();
    const decoder = new TextDecoder();
    return decoder.decode(stdout) + decoder.decode(stderr);
  } finally {
    await Deno.remove(file);
  }
}

/** The text of a PDF as it stands on the pages. */
export function textOf(pdf: Uint8Array): Promise<string> {
  return tell("pdftotext", ["-layout", "FILE", "-"], pdf);
}

/** What qpdf finds wrong; empty when it finds nothing. */
export async function faultsOf(pdf: Uint8Array): Promise<string> {
  const report = await tell("qpdf", ["--check", "FILE"], pdf);
  return /No syntax or stream encoding errors found/.test(report) &&
      !/WARNING/.test(report)
    ? ""
    : report;
}

/** What pdfsig says of the signature: `Signature is Valid.` */
export async function verdictOf(pdf: Uint8Array): Promise<string> {
  const report = await tell("pdfsig", ["-nocert", "FILE"], pdf);
  return /Signature Validation: (.*)/.exec(report)?.[1] ?? report;
}

/** The first file that is attached to a PDF, as text. */
export function attachedTextOf(pdf: Uint8Array): Promise<string> {
  return tell("pdfdetach", ["-save", "1", "-o", "/dev/stdout", "FILE"], pdf);
}

/** The texts of the QR codes on the first page, read from its picture. */
export async function qrCodesOf(pdf: Uint8Array): Promise<string[]> {
  const file = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(file, pdf);
    const { stdout } = await new Deno.Command("pdftoppm", {
      args: ["-r", "150", "-png", "-l", "1", file],
    }).output();
    const wasm = fileURLToPath(
      import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"),
    );
    prepareZXingModule({
      overrides: { wasmBinary: readFileSync(wasm).buffer },
    });
    const codes = await readBarcodes(new Blob([stdout]), {
      formats: ["QRCode"],
      tryHarder: true,
    });
    return codes.map(({ text }) => text);
  } finally {
    await Deno.remove(file);
  }
}
