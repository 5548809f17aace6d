/// `gap`: what may have been missed.
func ledgerSchema(_ dialect: Dialect) -> [String] { [] }
