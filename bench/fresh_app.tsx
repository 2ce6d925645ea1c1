import { signal } from "@preact/signals";
import { App, csp, csrf, staticFiles } from "fresh";
import { Head } from "fresh/runtime";
import SelfCounter, {
  Counter,
} from "../local/fresh/tests/fixture/islands/Counter.tsx";

const ITEMS = Array.from({ length: 10 }, (_, i) => `Item ${i}`);

function Page() {
  const count = signal(1);
  return (
    <main>
      <Head>
        <title>Three islands</title>
      </Head>
      <h1>Three islands</h1>
      <ul>
        {ITEMS.map((item) => (
          <li key={item}>
            <a href={`/items/${item.length}`}>{item}</a>
          </li>
        ))}
      </ul>
      <Counter id="a" count={count}>
        <p>One</p>
      </Counter>
      <Counter id="b" count={count} />
      <SelfCounter id="c" />
    </main>
  );
}

/** What is measured: a page with three islands, below the middlewares of a real app. */
export const app = new App()
  .use(staticFiles())
  .use(csp({ useNonce: true }))
  .use(csrf())
  .appWrapper(({ Component }) => (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>App</title>
        <link rel="stylesheet" href="/app.css" />
      </head>
      <body>
        <nav>
          <a href="/">Home</a>
          <a href="/about">About</a>
        </nav>
        <Component />
      </body>
    </html>
  ))
  .get("/", (ctx) => ctx.render(<Page />));
