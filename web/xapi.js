// What a visitor does in a course, as xAPI statements for the page around. They have no actor, as nobody here knows who that is, and
// nothing of them is sent anywhere else.
import { wordsOf } from './words.js';

// Names of nobody's server, so that they are the same on every host; nobody else may register one that begins with "x-".
const idOf = (name) => `urn:x-microneedling-explorer:${name}`;
const ADL = 'http://adlnet.gov/expapi/';
const verb = (name) => ({ id: `${ADL}verbs/${name}`, display: { 'en-US': name } });

/** Makes statements in the visitor's language. */
function createWriter(core) {
  const words = wordsOf(core);
  const language = () => core.json('nx_get', 'locale').value;
  const worded = (id) => ({ [language()]: words(id) });
  const activity = (name, type, definition) => ({ objectType: 'Activity', id: idOf(name), definition: { type: `${ADL}activities/${type}`, ...definition } });
  const course = () => activity('course', 'course', { name: worded('app.title') });
  const statement = (name, object, result) => ({ verb: verb(name), object, ...(result && { result }), timestamp: new Date().toISOString() });
  const inCourse = (written) => ({ ...written, context: { language: language(), contextActivities: { parent: [course()] } } });
  return {
    initialized: () => statement('initialized', course()),
    experienced: (step) => inCourse(statement('experienced', activity(step, 'lesson', { name: worded(step) }))),
    // The response is the place of the option, from 1.
    answered: (question, choice, success) => inCourse(statement('answered',
      activity(question, 'cmi.interaction', { description: worded(question), interactionType: 'choice' }), { response: String(choice), success })),
    completed: () => statement('completed', course(), { completion: true }),
  };
}

/**
 * Tells each step of the tour that is opened, each first answer of the quiz and the end of the course.
 * @param {(statement: object) => void} tell
 * @returns {() => void} tells the beginning, once
 */
export function followLearning(core, explorer, tell) {
  const write = createWriter(core);
  const look = () => ({ ...explorer.progress(), lesson: explorer.get('lesson'), choice: explorer.get('choice') });
  let before = look();
  const follow = () => {
    const now = look();
    if (now.lesson !== before.lesson && now.lesson.startsWith('tour.')) tell(write.experienced(now.lesson));
    if (now.answered > before.answered) tell(write.answered(now.lesson, now.choice, now.right > before.right));
    if (now.complete && !before.complete) tell(write.completed());
    before = now;
  };
  // What a page around sets, such as the progress of an earlier visit, nobody has learned just now.
  explorer.on('change', ({ source }) => (source === 'api' ? (before = look()) : follow()));
  explorer.on('day', () => { if (explorer.playing) follow(); });
  let begun = false;
  return () => {
    if (!begun) tell(write.initialized());
    begun = true;
  };
}
