/** What is chosen in the form, as it stands in its fields. */
export interface Theme {
  readonly accent: string;
  readonly surface: string | undefined;
  /** In pixels. */
  readonly radius: string;
  /** In rem. */
  readonly space: string;
  readonly font: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly placement: 'start' | 'end';
}

const FONTS: Readonly<Record<string, string>> = {
  serif: "Charter, 'Bitstream Charter', Cambria, Georgia, serif",
  rounded: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Nunito, Ubuntu, sans-serif",
  mono: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
};

/** The custom properties that differ from the widget's own. */
export function propertiesOf({ accent, surface, radius, space, font }: Theme): Record<string, string> {
  const all = {
    accent: accent === '#3b5bdb' ? undefined : accent,
    surface,
    radius: radius === '16' ? undefined : `${radius}px`,
    space: space === '0.25' ? undefined : `${space}rem`,
    font: FONTS[font],
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value ? [[`--chat-widget-${name}`, value]] : [])),
  );
}

/** What to put on the page for it. */
export function codeOf(theme: Theme): string {
  const rules = Object.entries(propertiesOf(theme)).map(([name, value]) => `  ${name}: ${value};\n`);
  const css = rules.length > 0 ? `chat-widget {\n${rules.join('')}}` : '/* The widget as it comes. */';
  const attributes = [
    ...(theme.theme === 'auto' ? [] : [`theme="${theme.theme}"`]),
    ...(theme.placement === 'end' ? [] : [`placement="${theme.placement}"`]),
  ];
  return attributes.length > 0 ? `${css}\n\n<chat-widget ${attributes.join(' ')}></chat-widget>` : css;
}
