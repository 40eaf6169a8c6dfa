import type { CDPSession, Page } from 'playwright-core';

type Node = Awaited<ReturnType<typeof nodesOf>>[number];

/** They say nothing that the nodes around them do not say. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'ListMarker', 'LayoutTableCell']);
/** Only where they say something: each `false` or empty would be noise. */
const STATES = [
  'focused',
  'disabled',
  'expanded',
  'checked',
  'selected',
  'modal',
  'busy',
  'live',
  'invalid',
  'current',
];

/** What the browser hands to a screen reader, below the page's own elements: a line each, `role "name" [states]`. */
export async function readTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const nodes = await nodesOf(session);
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];

  function visit(node: Node, depth: number, around: string): void {
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '').trim();
    // A text that is the whole name of its button would be told twice.
    const isRepeated = role === 'StaticText' && around.includes(name);
    const isTold = !node.ignored && !SILENT.has(role) && !isRepeated;
    if (isTold) lines.push(`${'  '.repeat(depth)}${role}${name && ` ${JSON.stringify(name)}`}${statesOf(node)}`);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isTold ? depth + 1 : depth, isTold ? name : around);
    }
    // A live region that waits for something to say.
    if (isTold && role === 'status' && /^ *status\b[^"]*$/.test(lines.at(-1) ?? '')) lines.pop();
  }

  const [root] = nodes;
  if (root) visit(root, 0, '');
  return `${lines.join('\n')}\n`;
}

async function nodesOf(session: CDPSession) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes;
}

function statesOf({ properties = [] }: Node): string {
  const told = properties.flatMap(({ name, value }) => {
    const state = String(value.value);
    if (!STATES.includes(name) || ['false', 'off', ''].includes(state)) return [];
    return state === 'true' ? name : `${name}=${state}`;
  });
  return told.length > 0 ? ` [${told.join(' ')}]` : '';
}
