import { Icon } from "@/components/ui/Icon.tsx";

/** Opens the sheet of the equipment. */
export function SetupButton(
  { sheetId, texts }: { sheetId: string; texts: { setupButton: string } },
) {
  return (
    <button
      type="button"
      class="button button-secondary"
      popovertarget={sheetId}
    >
      <Icon name="settings" />
      {texts.setupButton}
    </button>
  );
}
