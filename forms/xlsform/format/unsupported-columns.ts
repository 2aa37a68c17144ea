type Severity = 'error' | 'warning';

const media: Record<string, Severity> = {
  media: 'warning',
  image: 'warning',
  big_image: 'warning',
  audio: 'warning',
  video: 'warning',
};

/**
 * Columns of XLSForm that a form here has no place for, by sheet. An `error` would change which answers are asked or kept; a
 * `warning` concerns only how or where they are collected.
 */
export const unsupportedColumns: Record<string, Record<string, Severity>> = {
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
};
