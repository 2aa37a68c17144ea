import type { FillText } from './text.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const en: FillText = {
  skip: 'Skip to main content',
  formFor: (unit) => `Form of ${unit}`,
  backToList: 'List',

  deadline: ({ day, time }) => (time ? `Due ${day} at ${time}` : `Due by the end of ${day}`),
  daysLeft: (days) =>
    days > 0 ? `${plural(days, 'day')} left` : days === 0 ? 'today is the last day' : 'the time is over',
  savedAt: (time) => `Saved at ${time}`,
  lastSaved: (time, day) => `Saved on ${day} at ${time}`,
  neverSaved: 'Not saved yet',

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
    errorTitle: 'Correct: ',
    errorsHeading: (count) => `${plural(count, 'question')} to correct`,
    errorsSaved: 'What you typed is saved. Correct the following.',
    warningsHeading: (count) => `${plural(count, 'thing')} to look at again`,
    error: 'Correct: ',
    warning: 'Check: ',
    dependsOnPage: 'Some questions appear only after you answer another one on this page and press Save.',
    numberStyle: 'Numbers in the fields are written the Vietnamese way: 1.234,5.',
    nothingAsked: 'There is nothing to answer in this part at present.',
    lastRound: (round, value) => `${round}: ${value}`,
    unanswer: 'Not answered',
    guidance: 'Guidance',
    acknowledge: 'Read and confirmed',
    range: (start, end) => `From ${start} to ${end}.`,
    selectOne: 'Choose one',
    saveAndContinue: 'Save and continue',
    save: 'Save',
    saveAndList: 'Save and go to the list',
    previous: 'Previous',
    next: 'Next',
  },

  conflict: {
    heading: (time) => `Somebody else saved this part at ${time}`,
    body: 'What you typed is still below but not saved. Compare the answers that differ, change them if you need to, then press Save. Saving replaces the other person’s answers with yours.',
    noDifference: 'No answers differ. Press Save to go on.',
    question: 'Question',
    notSaved: 'What you typed is not saved yet',
    theirs: 'Theirs',
    yours: 'Yours',
  },

  review: {
    title: 'Check and submit',
    errorsHeading: (count) => `${plural(count, 'error')} to correct before submitting`,
    errorsAfter: 'Correct the errors above, then come back to this page to submit.',
    confirmationsHeading: (count) => `${plural(count, 'thing')} to give a reason for`,
    confirmationsBody: 'If the figures are right, write the reason. If they are not, open the question and correct it.',
    reason: 'Reason',
    reasonMissing: 'Write the reason for this.',
    open: 'Open the question',
    refusedHeading: (count) => `${plural(count, 'reason')} still missing`,
    changed: 'The figures have just changed. Look through this page again, then submit.',
    nothing: 'There are no errors and no warnings.',
    submitHeading: 'Submit',
    submitBody: 'Submitting sends the figures to the province, and you receive a reference number.',
    submit: 'Submit',
  },

  receipt: {
    title: 'Receipt',
    done: 'The form has been submitted',
    notYet: 'The form has not been submitted',
    reference: 'Reference number',
    unit: 'Unit',
    round: 'Round',
    form: 'Form',
    submittedAt: 'Submitted',
    at: (time, day) => `${day} at ${time}`,
    keep: 'Write this number down or print it. Give it to the province’s staff when you ask about the form.',
    print: 'To print, choose Print in the browser’s menu or press Ctrl + P.',
    result: 'Result computed from the submitted figures',
  },

  withdraw: {
    offerHeading: 'Something to correct?',
    offer:
      'While the form has not been verified and the round is open, you can withdraw it, correct it and submit it again.',
    title: 'Withdraw the form to correct it',
    consequence:
      "Once withdrawn, the form is being filled in again. Its figures do not count in the province's results until you submit it again.",
    kept: 'What was typed and the reference are kept. Remember to submit again before the round closes.',
    action: 'Withdraw the form',
    cancel: 'Do not withdraw, back to the receipt',
  },

  message: { code: 'Error code', kept: 'What you typed (not saved)' },
};
