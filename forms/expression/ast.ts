import type { Range } from '../issue.ts';

/**
 * A parsed expression. Every node carries the `range` of source characters it was read from, so that an issue can be
 * underlined. Parentheses leave no node: the tree's shape holds the grouping.
 */
export type Expr = NumberLiteral | StringLiteral | Reference | Self | Parent | Column | Negate | Binary | Call;

/** A number as written (`12`, `0.3`, `.5`): kept as text, because score mode reads it exactly and form mode as a double. */
export interface NumberLiteral {
  kind: 'number';
  text: string;
  range: Range;
}

export interface StringLiteral {
  kind: 'string';
  value: string;
  range: Range;
}

/** `${name}`: the answer to a question, an attribute or a calculation. */
export interface Reference {
  kind: 'reference';
  name: string;
  range: Range;
}

/** `.`: the question that the expression belongs to. */
export interface Self {
  kind: 'self';
  range: Range;
}

/** `..`: the village whose part of the form the question is in. It has a place, `position(..)`, and no value. */
export interface Parent {
  kind: 'parent';
  range: Range;
}

/** A bare name: a column of the choice list, in a `choice_filter` only. */
export interface Column {
  kind: 'column';
  name: string;
  range: Range;
}

export interface Negate {
  kind: 'negate';
  operand: Expr;
  range: Range;
}

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

export interface Binary {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expr;
  right: Expr;
  range: Range;
}

export interface Call {
  kind: 'call';
  name: string;
  args: Expr[];
  /** Where the function's name stands, without its arguments. */
  nameRange: Range;
  range: Range;
}

/** How tightly each operator binds (XPath 1.0, section 3); all are left-associative. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
};
