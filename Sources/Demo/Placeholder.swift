import Complaints
