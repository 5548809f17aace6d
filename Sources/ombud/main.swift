print("ombud")
