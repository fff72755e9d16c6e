import { useProblems } from '../../state/problems.ts';
import classes from './strips.module.css';

/** What the address said that could not be used: named, and left out. */
export function AddressProblems() {
  const problems = useProblems((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <div className={classes.strip} role="alert">
      <span>Left out of the link:</span>
      <ul>
        {problems.map(({ field, problem }) => (
          <li key={`${field} ${problem}`}>
            <span className="mono">{field}</span> {problem}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => useProblems.getState().dismiss()}>
        Dismiss
      </button>
    </div>
  );
}
