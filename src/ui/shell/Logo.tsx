/** The three dots of the icon. */
export function Logo() {
  return (
    <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <circle cx="5" cy="6" r="4" fill="#0072b2" />
      <circle cx="12" cy="4" r="2.5" fill="#e69f00" />
      <circle cx="9.5" cy="11.5" r="3.5" fill="#009e73" />
    </svg>
  );
}
