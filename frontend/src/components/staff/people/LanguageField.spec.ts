import { expect, it } from 'vitest'
import { field } from '@/test/within'
import { render } from '@/test/render'
import LanguageField from './LanguageField.vue'

it('offers both languages by their own names, each read aloud in itself', async () => {
  const language = render(LanguageField, { props: { modelValue: 'id' } })
  expect(language.findAll('option').map((option) => [option.text(), option.attributes('lang')])).toEqual([['Bahasa Indonesia', 'id'], ['English', 'en']])
  expect(field(language, 'Bahasa email').element.value).toBe('id')

  await field(language, 'Bahasa email').setValue('en')
  expect(language.emitted('update:modelValue')).toEqual([['en']])
})

it('is locked for who may not choose', () => {
  expect(field(render(LanguageField, { props: { modelValue: 'en', disabled: true } }), 'Bahasa email').attributes('disabled')).toBeDefined()
})
