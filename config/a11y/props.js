// Attributes that Taro's WeChat template drops unless they are named here (Taro issue #10025).
const common = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-expanded': '',
  'aria-modal': '',
  'aria-live': '',
  'aria-valuenow': '',
  'aria-valuetext': '',
}
const label = { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' }
exports.components = {
  View: common,
  Text: label,
  Button: { ...label, 'aria-disabled': '', 'aria-checked': '' },
  Image: label,
  Input: label,
  Textarea: label,
  ScrollView: label,
  Slider: { ...label, 'aria-disabled': '', 'aria-valuenow': '', 'aria-valuetext': '' },
  Video: label,
}
