import { plural } from './plural.ts';
import type { WorkerText } from './worker-text.ts';

export const en: WorkerText = {
  skip: 'Skip to main content',
  savedAt: (time) => `Saved at ${time}`,
  lastSaved: (time, day) => `Saved on ${day} at ${time}`,
  neverSaved: 'Not saved yet',

  takenLate: (day) => (day ? `over, taken late to the end of ${day}` : 'over, still taken late'),

  section: {
    errorTitle: 'Correct: ',
    errorsHeading: (count) => `${plural(count, 'question')} to correct`,
    errorsSaved: 'What you typed is saved. Correct the following.',
    errorsHeld: 'The other answers are saved, those with the data of a person are not. Correct them and press Save.',
    held: 'Not everything is saved',
    warningsHeading: (count) => `${plural(count, 'thing')} to look at again`,
    dependsOnPage: 'Some questions appear only after you answer another one on this page and press Save.',
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
    refusedHeading: (count) => `${plural(count, 'reason')} still missing or not accepted`,
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
  },

  language: 'Language',

  print: {
    heading: 'Print',
    filled: 'Print the filled form',
    blank: 'Print the empty form to write on',
  },

  preview: {
    round: 'Trial round',
    banner: 'Preview: nothing is saved.',
    explained:
      'The form is tried out on a commune and villages that do not exist. The figures are gone once the page is closed.',
    restart: 'Start again',
    leave: 'Back to the console',
  },

  pin: {
    title: 'Enter the PIN',
    errorTitle: 'Not opened: ',
    label: 'PIN',
    hint: 'The PIN has 6 digits and was sent to you apart from this link.',
    format: 'A PIN has exactly 6 digits. Check what you typed.',
    triesLeft: (count) => (count === 1 ? '1 try left.' : `${count} tries left.`),
    tooMany: 'The PIN was typed wrong too many times.',
    locked: (time, day) => `This link takes a PIN again from ${time} on ${day}.`,
    lost: 'If you have no PIN, ask the office that sent you the link for a new one.',
    submit: 'Open the form',
    keptHeading: 'Not saved, because the PIN is needed',
    keptBody:
      'Enter the PIN; the form opens in a new tab. Then come back to this tab, reload it and agree to send it again, so that what you typed below is saved.',
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

  close: {
    title: 'Close the form on this device',
    consequence:
      'For a device that others use too. It forgets the link, the PIN and the answers of the form; whoever comes next cannot open it from the history.',
    kept: 'What was saved stays in the system. To go on, open the link in the message again.',
    unsent: 'This device still has answers that were not sent',
    unsentBody:
      'If you can, wait for the network until they are sent and close the form then, or download them as a file. If you close it now, the answers that were not sent are lost.',
    drop: 'Drop the answers that were not sent and close the form',
    action: 'Close the form',
    cancel: 'Do not close it, back to the list',
    closed: 'The form is closed on this device',
    openAgain: 'What was saved stays in the system. To go on, open the link in the message again.',
    stillUnsent:
      'This device still keeps answers that were not sent. Open the link in the message again to send them, then close the form once more.',
    otherTabs: 'If the form is open in another tab or window, close that too.',
    opensByAddress:
      'The form was opened by an address that holds its access code. Delete that address from the history; otherwise whoever comes next can still open the form.',
  },

  message: { code: 'Error code', kept: 'What you typed (not saved)' },
};
