import { plural } from './plural.ts';
import type { FillText } from './text.ts';

export const en: FillText = {
  formFor: (unit) => `Form of ${unit}`,
  backToList: 'List',

  deadline: ({ day, time }) => (time ? `Due ${day} at ${time}` : `Due by the end of ${day}`),
  daysLeft: (days) =>
    days > 0 ? `${plural(days, 'day')} left` : days === 0 ? 'today is the last day' : 'the time is over',

  readOnly: {
    submitted: (time, day) => `Submitted on ${day} at ${time}. The answers below are to be read only.`,
    verified: 'The form has been verified. The answers below can be read and no longer changed.',
    closed: 'The round is closed. The answers below can be read and no longer changed.',
    seeReceipt: 'See the receipt',
    seeReceiptOrWithdraw: 'See the receipt, or withdraw the form to correct it',
    noAnswer: 'Not answered',
  },

  units: {
    partOf: (kind) => `The ${kind}'s own part`,
    partOfEach: (kinds) => `Part of each ${kinds}`,
    done: (done, total) => `${done} of ${total} units done`,
    progress: (answered, asked) => `${answered}/${asked} questions`,
    complete: 'done',
    errors: (count) => `${plural(count, 'error')} to correct`,
    warnings: (count) => plural(count, 'warning'),
    noSections: 'no questions',
  },

  goOn: (unit, section) => `Next: ${unit}, ${section}`,

  submit: {
    heading: 'Submit',
    action: 'Check and submit',
    ready: 'Everything is done. Check it once more, then submit.',
    missingUnits: (count, names, more) =>
      more > 0 ? `${count} units are not done: ${names} and ${more} more.` : `Not done: ${names}.`,
    errors: (count) => `${plural(count, 'error')} must be corrected before submitting.`,
    warnings: (count) => `${plural(count, 'warning')} will need a written reason.`,
  },

  readiness: {
    heading: (kind) => `Is the ${kind.toLocaleLowerCase('vi')} ready?`,
    objectivesOnlyHeading: 'Result of each objective',
    submitted: 'Result computed from the submitted figures',
    live: 'Computed from what has been saved so far; only people with this link can see it.',
    verdict: {
      met: (counts) => `All ${counts.requirements} requirements are met.`,
      not_met: (counts) => `Not ready: ${counts.notMet} of ${counts.requirements} requirements not met.`,
      undetermined: (counts) =>
        counts.undetermined > 0
          ? `Undetermined: figures are missing for ${counts.undetermined} of ${counts.requirements} requirements.`
          : `The requirements are met so far, but ${plural(counts.missingVillages, 'unit has', 'units have')} no figures yet.`,
    },
    requirements: 'Requirements for recognition',
    objectives: (count) => `Objectives tracked (${count})`,
    objectivesNote: 'Objectives do not affect recognition.',
    class: (name) => `Class: ${name}`,
    classPossible: (name, others) => `Class so far: ${name}; figures are missing, so it may be ${others}.`,
  },

  section: {
    parts: 'Parts',
    partOf: (position, total) => `Part ${position} of ${total}`,
    error: 'Correct: ',
    warning: 'Check: ',
    numberStyle: 'Numbers in the fields are written the Vietnamese way: 1.234,5.',
    nothingAsked: 'There is nothing to answer in this part at present.',
    previousRound: 'Last round',
    baseline: 'Baseline',
    lastRound: (round, value) => `${round}: ${value}`,
    unanswer: 'Not answered',
    guidance: 'Guidance',
    acknowledge: 'Read and confirmed',
    noPeople: 'No names, identity or telephone numbers of the people counted.',
    range: (start, end) => `From ${start} to ${end}.`,
    selectOne: 'Choose one',
    saveAndContinue: 'Save and continue',
    save: 'Save',
    saveAndList: 'Save and go to the list',
    previous: 'Previous',
    next: 'Next',
    otherUnits: 'Other units, the same part',
  },

  live: {
    saved: 'Saved',
    saving: 'Saving…',
    offline: 'Offline – will be sent when there is a network',
    others: 'Somebody else has just changed this',
    conflicts: (count) => `Somebody else has just changed this: ${count} for you to choose`,
    refused: 'The server does not take this answer. Check it.',
    full: 'This device has no space left to keep answers. Leave this page open until it says “Saved”.',
    unsent: (count, units) => `${count} answers not sent${units && ` (${units})`}`,
    sendBefore:
      'Some answers have not been sent. Wait for a network, or open that unit and choose between two answers, then submit.',
    twoAnswers: 'Two people answered this differently.',
    keepMine: (answer) => `Keep mine: ${answer}`,
    takeTheirs: (answer) => `Take theirs: ${answer}`,
    repeat: 'Same as last round',
    totals: (kind) => `Whole ${kind}`,
    total: (sum, answered, expected) => `${sum} (${answered}/${expected} units)`,
    liveBasis: 'Computed from the answers on this device, unsent ones included.',
    exportUnsent: 'Download the unsent answers',
    importUnsent: 'Take answers from a downloaded file',
    imported: (count) => `${count} answers taken from the file.`,
    notImported: {
      unreadable: 'This is not a file of unsent answers.',
      version: 'This file was made by a newer version. Load the page again and retry.',
      other_commune: 'This file belongs to another commune.',
    },
    linkGone:
      'Unsent answers are still on this device. Download them, ask for a new link and take them from the file there.',
  },

  returned: 'The form was returned to be corrected. Look at the comments, correct the figures and submit again.',
  reviewComments: {
    label: "Reviewer's comment",
    heading: (count) => `Reviewer's comments (${count})`,
    body: 'Look at the following again.',
  },
};
