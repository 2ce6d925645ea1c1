import { useEffect, useState } from "preact/hooks";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { Notice } from "@/components/ui/Notice.tsx";

interface FileCheckProps {
  /** SHA-256 of the files that were issued, hexadecimal. */
  issued: readonly string[];
  texts: Pick<
    DocumentTexts,
    "verifyFile" | "verifyFileText" | "verifyFileSame" | "verifyFileChanged"
  >;
}

/** Compares a file with the one that was issued. The file stays on the device. */
export function FileCheck({ issued, texts }: FileCheckProps) {
  const [same, setSame] = useState<boolean>();
  const [ready, setReady] = useState(false);
  const check = async (file: File | undefined) => {
    if (!file) return;
    setSame(undefined);
    setSame(issued.includes(await sha256Of(file)));
  };
  useEffect(() => {
    setReady(true);
    // Dropped beside the field, the browser would leave the page and open the file.
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      check(event.dataTransfer?.files[0]);
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);
  if (!ready) return null;
  return (
    <section class="file-drop" aria-labelledby="file-check">
      <h2 id="file-check">{texts.verifyFile}</h2>
      <label for="file-to-check">{texts.verifyFileText}</label>
      <input
        type="file"
        id="file-to-check"
        accept="application/pdf"
        onChange={(event) => check(event.currentTarget.files?.[0])}
      />
      {same !== undefined && (
        <Notice kind={same ? "success" : "error"} announce>
          <p>{same ? texts.verifyFileSame : texts.verifyFileChanged}</p>
        </Notice>
      )}
    </section>
  );
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    await file.arrayBuffer(),
  );
  return [...new Uint8Array(digest)].map((byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("");
}
