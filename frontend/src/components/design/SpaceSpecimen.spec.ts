import { expect, it } from 'vitest'
import { render } from '@/test/render'
import SpaceSpecimen from './SpaceSpecimen.vue'

const unit = 4

it('draws each step of the grid as wide as it says, up to a touch target', () => {
  const steps = render(SpaceSpecimen).findAll('ul')[0]!.findAll('li')

  expect(steps.map((step) => step.text())).toContain('44')
  for (const step of steps) expect(step.get('span').classes()).toContain(`w-${Number(step.text()) / unit}`)
})

it('draws each corner differently', () => {
  const corners = render(SpaceSpecimen).findAll('ul')[1]!.findAll('li')

  expect(corners.map((corner) => [corner.text(), corner.classes().find((name) => name.startsWith('rounded-'))])).toEqual([['12', 'rounded-xl'], ['16', 'rounded-dense'], ['20', 'rounded-box'], ['∞', 'rounded-full']])
})
