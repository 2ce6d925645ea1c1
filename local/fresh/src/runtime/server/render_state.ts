import type { ComponentChildren } from "preact";
import type { BuildCache } from "../../build_cache.ts";
import type { Context, Island } from "../../context.ts";
import type { AnyVNode } from "../../vnode.ts";

/** JSX given to an island, that has not been rendered by it yet. */
export interface PendingSlot {
  id: number;
  name: string;
  children: ComponentChildren;
}

/** What is known of a page while it is rendered. */
export class RenderState {
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  slots: (PendingSlot | null)[] = [];
  islandProps: { slots: []; props: unknown }[] = [];
  islands = new Set<Island>();
  /** Stylesheets of islands inside of islands. */
  islandAssets = new Set<string>();
  /** For each component being rendered, whether it is part of an island. */
  owners: boolean[] = [];
  /** What was put into `<Head>`, by what it replaces. */
  headComponents = new Map<string, AnyVNode>();
  /** How many `<Head>` and `<head>` are open. */
  headDepth = 0;
  headTagDepth = 0;
  renderedHtml = false;
  renderedHead = false;
  renderedBody = false;
  /** Whether the document's end has its scripts already. */
  bodyIsPatched = false;
  hasRuntimeScript = false;
  /** Whether `f-client-nav` asks for the client runtime. */
  clientNav = false;

  constructor(
    // deno-lint-ignore no-explicit-any -- pages of any state are rendered alike
    readonly ctx: Context<any>,
    // deno-lint-ignore no-explicit-any -- as above
    readonly buildCache: BuildCache<any>,
    readonly partialId: string,
  ) {}

  /** Whether anything on the page is for the browser to run. */
  get needsClient(): boolean {
    return this.islands.size > 0 || this.clientNav;
  }

  /** The URL of a client file. */
  clientUrl(file: string): string {
    return this.ctx.config.basePath +
      (file.startsWith(".") ? file.slice(1) : file);
  }
}
