import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef1fd',
  '#dde3fa',
  '#bcc7f5',
  '#9dadf9',
  '#8ea0ff',
  '#5a72e6',
  '#3b5bdb',
  '#3350c4',
  '#2b45ab',
  '#22388c',
];

/** Mantine's theme: one accent, neutral greys (see `variables`), an 8-pixel grid, no uppercase, no bounce. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  // Mantine would choose by the light theme's accent, and leave white on pale blue in the dark one.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...resolved, color: 'var(--cs-on-accent)' } : resolved;
  },
  defaultRadius: 8,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const shared = (scheme: 'light' | 'dark') => ({
  '--mantine-color-body': 'var(--cs-surface)',
  '--mantine-color-text': 'var(--cs-text)',
  '--mantine-color-dimmed': 'var(--cs-text-muted)',
  '--mantine-color-placeholder': 'var(--cs-text-muted)',
  '--mantine-color-default': 'var(--cs-raised)',
  '--mantine-color-default-hover': 'var(--cs-hover)',
  '--mantine-color-default-color': 'var(--cs-text)',
  '--mantine-color-default-border': 'var(--cs-line)',
  '--mantine-color-error': 'var(--cs-error)',
  '--mantine-color-anchor': 'var(--cs-accent)',
  '--mantine-color-scheme': scheme,
});

/** Mantine's own colours point to ours, so that light and dark are defined in one place: styles/variables.css. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared('light'),
  dark: shared('dark'),
});
