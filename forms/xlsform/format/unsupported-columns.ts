type Severity = 'error' | 'warning';

const media: Record<string, Severity> = {
  media: 'warning',
  image: 'warning',
  big_image: 'warning',
  audio: 'warning',
  video: 'warning',
};

const bySheet = new Map<string, Map<string, Severity>>(
  Object.entries({
    survey: {
      ...media,
      trigger: 'error',
      query: 'error',
      bind: 'error',
      instance: 'error',
      save_to: 'warning',
      repeat_count: 'warning',
      count: 'warning',
      'jr:count': 'warning',
      autoplay: 'warning',
      rows: 'warning',
      body: 'warning',
      control: 'warning',
      intent: 'warning',
      no_app_error_string: 'warning',
      noapperrorstring: 'warning',
      compact_tag: 'warning',
      sms_field: 'warning',
      sms_option: 'warning',
      sms_response: 'warning',
    },
    choices: media,
    settings: {
      version: 'warning',
      style: 'warning',
      instance_name: 'warning',
      instance_id: 'warning',
      public_key: 'warning',
      submission_url: 'warning',
      auto_send: 'warning',
      auto_delete: 'warning',
      allow_choice_duplicates: 'warning',
      clean_text_values: 'warning',
      namespaces: 'warning',
      sms_keyword: 'warning',
      prefix: 'warning',
      delimiter: 'warning',
    },
  }).map(([sheet, columns]) => [sheet, new Map(Object.entries(columns))]),
);

/**
 * How grave it is that a form here has no place for a column of XLSForm: an `error` would change which answers are asked or kept,
 * a `warning` concerns only how or where they are collected. Undefined for a column that is not XLSForm's.
 */
export function unsupportedColumn(sheet: string, column: string): Severity | undefined {
  return bySheet.get(sheet)?.get(column);
}
