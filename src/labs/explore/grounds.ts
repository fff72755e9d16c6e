/** The ground of a figure, for colours that a legend must name before anything is drawn. */
export const grounds = { light: '#ffffff', dark: '#1a1b1e' } as const;
