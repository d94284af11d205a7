import { asProblem } from '@/api/problem'

/**
 * An act on what is shown, such as publishing or deleting it: where somebody else changed that meanwhile, it is read anew
 * before the refusal is told, so that who acts again acts on what they see.
 */
export function rereading<Arguments extends unknown[], Result>(reread: () => Promise<unknown>, act: (...given: Arguments) => Promise<Result>) {
  return async (...given: Arguments): Promise<Result> => {
    try {
      return await act(...given)
    } catch (error) {
      if (asProblem(error).code === 'changed_meanwhile') await reread().catch(() => undefined)
      throw error
    }
  }
}
