// Tells the LMS how far the learner is. The quiz alone gives a score, and whether that is enough is the LMS's to say.
import { packKept } from './kept.js';

const SAVE_EVERY_MS = 3000;

/** Statuses that are an end; one that was reached is never taken back. */
const isOver = (status) => ['completed', 'passed', 'failed'].includes(status);

/**
 * @param {ReturnType<import('./lms.js').connectLms>} lms
 * @param {(taken: boolean, complete: boolean) => void} tell after each save
 */
export function createRecord(lms, dialect, tell) {
  const { keys } = dialect;
  const begun = performance.now();
  const was_over = isOver(lms.get(keys.status));
  let now = null;
  let timer = 0;
  let finished = false;
  const values = ({ progress, state }) => ({
    ...(!was_over && { [keys.status]: progress.complete ? 'completed' : 'incomplete' }),
    ...(progress.answered > 0 && dialect.score(progress.right / progress.questions)),
    [keys.suspend]: packKept(progress.text, state, dialect.longest),
    // Kept for the next visit also once the course is complete.
    [keys.exit]: 'suspend',
    [keys.time]: dialect.time((performance.now() - begun) / 1000),
  });
  const save = () => {
    clearTimeout(timer);
    timer = 0;
    if (!now || finished) return;
    // An LMS may do without some of them, such as a score's bounds.
    const refused = Object.entries(values(now)).filter(([key, value]) => !lms.set(key, value)).map(([key]) => key);
    const taken = lms.commit() && ![keys.status, keys.suspend].some((key) => refused.includes(key));
    tell(taken, now.progress.complete);
  };
  return {
    /** How it is now: `progress` and `state` of the explorer. Saved in a moment, so that a slider that moves does not tire the LMS. */
    note: (what) => {
      now = { ...now, ...what };
      timer ||= setTimeout(save, SAVE_EVERY_MS);
    },
    save,
    finish: () => {
      if (finished) return;
      save();
      finished = true;
      lms.finish();
    },
  };
}
