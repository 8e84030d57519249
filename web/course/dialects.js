// The two dialects of SCORM: what an LMS (learning management system) calls its functions and values, and how much it takes.

const clock = (seconds) => new Date(Math.min(seconds, 86399) * 1000).toISOString().slice(11, 22);
const period = (seconds) => `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${(seconds % 60).toFixed(2)}S`;

const pointsOf = (prefix, share) => ({ [`${prefix}.min`]: '0', [`${prefix}.max`]: '100', [`${prefix}.raw`]: String(Math.round(share * 100)) });

/** By the name of the package's kind. `score` is what a share from 0 to 1 is told as. */
export const DIALECTS = {
  scorm12: {
    object: 'API',
    functions: { initialize: 'LMSInitialize', finish: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit' },
    keys: {
      status: 'cmi.core.lesson_status', exit: 'cmi.core.exit', time: 'cmi.core.session_time',
      language: 'cmi.student_preference.language', suspend: 'cmi.suspend_data',
    },
    longest: 4096,
    time: clock,
    score: (share) => pointsOf('cmi.core.score', share),
  },
  scorm2004: {
    object: 'API_1484_11',
    functions: { initialize: 'Initialize', finish: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit' },
    keys: {
      status: 'cmi.completion_status', exit: 'cmi.exit', time: 'cmi.session_time',
      language: 'cmi.learner_preference.language', suspend: 'cmi.suspend_data',
    },
    longest: 64000,
    time: period,
    score: (share) => ({ ...pointsOf('cmi.score', share), 'cmi.score.scaled': share.toFixed(4) }),
  },
};
