import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { paths } from "@/domain/paths.ts";
import type { ThreadRecord } from "@/domain/threads.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface CloseThreadCardProps {
  thread: ThreadRecord;
  /** What is wrong with the sentence. */
  error?: string;
  language: Language;
  texts: Pick<Catalogue, "messages">;
}

/** The doctor takes no new messages, or takes them again. */
export function CloseThreadCard(
  { thread, error, language, texts: { messages } }: CloseThreadCardProps,
) {
  const isOpen = thread.closed_reason === null;
  return (
    <Card title={isOpen ? messages.closeTitle : messages.closedTitle}>
      <form
        class="form"
        method="post"
        action={paths.thread(language, thread.id)}
      >
        <input type="hidden" name="form" value={isOpen ? "close" : "reopen"} />
        {isOpen && (
          <Textarea
            name="reason"
            label={messages.closeReason}
            hint={messages.closeText}
            rows={3}
            error={error}
          />
        )}
        <div class="form-actions">
          <Button kind="secondary">
            {isOpen ? messages.closeButton : messages.reopenButton}
          </Button>
        </div>
      </form>
    </Card>
  );
}
